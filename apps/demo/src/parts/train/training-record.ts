import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type {
  CurvePoint,
  EpochOutcome,
  TrainingListener,
  TrainingProgress,
} from '../../work/training/training-job.ts';
import { thinCurve } from './thin-curve.ts';

/** What a training has told so far. */
export interface TrainingRecord {
  readonly listener: TrainingListener;
  /** Undefined while nothing is learned. */
  readonly progress: Signal<TrainingProgress | undefined>;
  /** Of the training images, by batches. */
  readonly curve: ReadonlySignal<readonly CurvePoint[]>;
  /** Of the held-out images, by epochs. */
  readonly outcomes: ReadonlySignal<readonly EpochOutcome[]>;
  /** The outcome in view: the latest, unless the reader has gone back in time. */
  readonly shown: ReadonlySignal<EpochOutcome | undefined>;
  /** Its index in `outcomes`. */
  readonly shownIndex: ReadonlySignal<number>;
  show(index: number): void;
  clear(): void;
  /** Draws what has been told since the curve was drawn last. */
  flush(): void;
}

/** Milliseconds between two drawings of the curve: it costs more than a number. */
const DRAW_EVERY = 500;

export function createTrainingRecord(): TrainingRecord {
  const progress = signal<TrainingProgress | undefined>(undefined);
  const curve = signal<readonly CurvePoint[]>([]);
  const outcomes = signal<readonly EpochOutcome[]>([]);
  const chosen = signal<number | undefined>(undefined);
  const shownIndex = computed(() => chosen.value ?? outcomes.value.length - 1);
  let waiting: CurvePoint[] = [];
  let drawnAt = 0;

  function flush(): void {
    if (waiting.length === 0) return;
    curve.value = thinCurve([...curve.peek(), ...waiting]);
    waiting = [];
    drawnAt = performance.now();
  }

  return {
    progress,
    curve,
    outcomes,
    shownIndex,
    shown: computed(() => outcomes.value[shownIndex.value]),
    show: (index) => {
      chosen.value = index === outcomes.peek().length - 1 ? undefined : index;
    },
    clear: () =>
      batch(() => {
        waiting = [];
        progress.value = undefined;
        curve.value = [];
        outcomes.value = [];
        chosen.value = undefined;
      }),
    flush,
    listener: {
      progress(event) {
        progress.value = event;
        if (event.point !== undefined) waiting.push(event.point);
        if (performance.now() - drawnAt >= DRAW_EVERY) flush();
      },
      epoch(outcome) {
        flush();
        outcomes.value = [...outcomes.peek(), outcome];
      },
    },
  };
}
