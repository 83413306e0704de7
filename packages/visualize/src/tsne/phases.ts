import type { TsneSettings } from './tsne-options.ts';

/** Iterations `start..end - 1`, in which nothing changes but the map. */
export interface Phase {
  readonly start: number;
  readonly end: number;
  /** How many times as strong as they are affinities attract. */
  readonly exaggeration: number;
  /** Share of a move that goes on in the next one. */
  readonly momentum: number;
}

const MOMENTUM = Object.freeze({ early: 0.5, late: 0.8 });

/** The phases of an optimisation, one after the other. */
export function phasesOf(settings: TsneSettings): readonly Phase[] {
  const { nIter, exaggerationIterations, earlyExaggeration, lateExaggerationStart, lateExaggeration } =
    settings;
  const early = Math.min(exaggerationIterations, nIter);
  const late = lateExaggeration === 1 ? nIter : Math.min(Math.max(lateExaggerationStart, early), nIter);
  const phases = [
    { start: 0, end: early, exaggeration: earlyExaggeration, momentum: MOMENTUM.early },
    { start: early, end: late, exaggeration: 1, momentum: MOMENTUM.late },
    { start: late, end: nIter, exaggeration: lateExaggeration, momentum: MOMENTUM.late },
  ];
  return phases.filter(({ start, end }) => start < end);
}
