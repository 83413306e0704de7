import { type Signal, signal } from '@preact/signals';

/** A model that answers for images of one's own. */
export interface Classifier {
  readonly name: string;
  /** @param images - Shape `[count, 28, 28]`. @returns Shape `[count, classes]`, rows add up to 1. */
  probabilities(images: Uint8Array, count: number): Promise<Float32Array>;
}

/** The network that was trained or loaded last; undefined: none yet. */
export const classifier: Signal<Classifier | undefined> = signal<Classifier | undefined>(undefined);
