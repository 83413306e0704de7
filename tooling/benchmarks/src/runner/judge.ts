import type { Target } from './benchmark.ts';
import type { Summary } from './summarize.ts';

/** A target with the figure that was reached; `absent` when a contender was not measured. */
export interface Judgement {
  readonly target: Target;
  readonly reached: number | undefined;
  readonly verdict: 'met' | 'not met' | 'absent';
}

/** Holds the medians against a target. */
export function judge(target: Target, summaries: ReadonlyMap<string, Summary>): Judgement {
  const median = summaries.get(target.of)?.median;
  const divisor = target.to === undefined ? 1 : summaries.get(target.to)?.median;
  if (median === undefined || divisor === undefined) return { target, reached: undefined, verdict: 'absent' };
  const reached = median / divisor;
  const { bound } = target;
  const isMet = 'atLeast' in bound ? reached >= bound.atLeast : reached <= bound.atMost;
  return { target, reached, verdict: isMet ? 'met' : 'not met' };
}
