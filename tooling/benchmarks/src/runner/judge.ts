import type { Target } from './benchmark.ts';

/** A target with the figure that was reached; `absent` when a contender was not measured. */
export interface Judgement {
  readonly target: Target;
  readonly reached?: number;
  readonly verdict: 'aim met' | 'met' | 'not met' | 'absent';
}

/** Holds the medians against a target. */
export function judge(target: Target, medians: ReadonlyMap<string, number>): Judgement {
  const reached = reachedFigure(target, (name) => medians.get(name));
  return reached === undefined
    ? { target, verdict: 'absent' }
    : { target, reached, verdict: verdictOn(reached, target) };
}

function reachedFigure(
  { of, to, minus }: Target,
  medianOf: (name: string) => number | undefined,
): number | undefined {
  const median = medianOf(of);
  const divisor = to === undefined ? 1 : medianOf(to);
  const subtrahend = minus === undefined ? 0 : medianOf(minus);
  if (median === undefined || divisor === undefined || subtrahend === undefined) return undefined;
  return median / divisor - subtrahend;
}

function verdictOn(reached: number, { bound, aim }: Target): Judgement['verdict'] {
  const reaches = (wanted: number) => ('atLeast' in bound ? reached >= wanted : reached <= wanted);
  if (aim !== undefined && reaches(aim)) return 'aim met';
  return reaches('atLeast' in bound ? bound.atLeast : bound.atMost) ? 'met' : 'not met';
}
