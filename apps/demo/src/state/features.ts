import { type Signal, signal } from '@preact/signals';

/** Images as a network sees them: the values before its last layer. */
export interface Features {
  /** Names the network for the reader. */
  readonly model: string;
  readonly dataset: string;
  /** Rows belong to the ids `first..first + count - 1`. */
  readonly first: number;
  readonly count: number;
  readonly width: number;
  /** Shape `[count, width]`. */
  readonly data: Float32Array;
}

/** Of the network that was trained or loaded last; neighbours can be sought among them. */
export const features: Signal<Features | undefined> = signal<Features | undefined>(undefined);
