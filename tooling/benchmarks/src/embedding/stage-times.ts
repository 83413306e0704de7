import { summarize } from '../runner/summarize.ts';
import type { SizedFigure } from './growth-exponent.ts';

/** The sum of all stages. */
export const WHOLE = 'whole';

/** How long the stages of a method have taken, by number of images. */
export interface StageTimes {
  /** Takes the milliseconds of each stage of one run. */
  add(imageCount: number, stages: ReadonlyMap<string, number>): void;
  /** Median milliseconds of a stage, 0 where there was no such stage. */
  median(imageCount: number, stage: string): number;
  /** The medians of a stage at all numbers of images at which it took time. */
  medians(stage: string): readonly SizedFigure[];
}

export function createStageTimes(): StageTimes {
  const runs = new Map<number, ReadonlyMap<string, number>[]>();
  const median = (imageCount: number, stage: string) =>
    summarize((runs.get(imageCount) ?? []).map((stages) => stages.get(stage) ?? 0)).median;
  return {
    add(imageCount, stages) {
      const whole = stages.values().reduce((sum, time) => sum + time, 0);
      runs.set(imageCount, [...(runs.get(imageCount) ?? []), new Map([...stages, [WHOLE, whole]])]);
    },
    median,
    medians: (stage) =>
      [...runs.keys()]
        .toSorted((a, b) => a - b)
        .map((size) => [size, median(size, stage)] as const)
        .filter(([, time]) => time > 0),
  };
}
