import type { AbsentContender, Comparison, Contender } from './benchmark.ts';
import { type Judgement, judge } from './judge.ts';
import { type Summary, summarize } from './summarize.ts';

export interface RunOptions {
  readonly rounds: number;
  /** Before the rounds, a contender without a warm-up of its own works unmeasured, again and again for this time. */
  readonly warmUpMs: number;
  /** Called before every measurement, so that nobody pays for the garbage of another. */
  readonly collectGarbage?: () => void;
}

export interface ComparisonReport {
  readonly title: string;
  readonly unit: Comparison['unit'];
  readonly results: readonly Result[];
  readonly absent: readonly AbsentContender[];
  readonly judgements: readonly Judgement[];
}

/** The figures of a contender. */
interface Result extends Summary, Pick<Contender, 'name' | 'versions'> {}

/** Measures every contender once per round, each round beginning with another one. */
export async function runComparison(
  { title, unit, contenders, targets = [] }: Comparison,
  { rounds, warmUpMs, collectGarbage }: RunOptions,
): Promise<ComparisonReport> {
  const present = contenders.filter(isPresent);
  const samples = new Map<string, number[]>(present.map(({ name }) => [name, []]));
  for (const contender of present) await warmUp(contender, warmUpMs);
  for (let round = 0; round < rounds; round++) {
    for (const contender of rotated(present, round)) {
      collectGarbage?.();
      samples.get(contender.name)?.push(await contender.measure());
    }
  }
  const summaryOf = (name: string) => summarize(samples.get(name) ?? []);
  const medians = new Map(present.map(({ name }) => [name, summaryOf(name).median]));
  return {
    title,
    unit,
    results: present.map(({ name, versions }) => ({
      name,
      ...(versions === undefined ? {} : { versions }),
      ...summaryOf(name),
    })),
    absent: contenders.filter((contender) => 'reason' in contender),
    judgements: targets.map((target) => judge(target, medians)),
  };
}

async function warmUp(contender: Contender, durationMs: number): Promise<void> {
  if (contender.warmUp !== undefined) return contender.warmUp();
  const end = performance.now() + durationMs;
  do await contender.measure();
  while (performance.now() < end);
}

function isPresent(contender: Contender | AbsentContender): contender is Contender {
  return 'measure' in contender;
}

function rotated<T>(items: readonly T[], by: number): readonly T[] {
  const start = by % Math.max(1, items.length);
  return [...items.slice(start), ...items.slice(0, start)];
}
