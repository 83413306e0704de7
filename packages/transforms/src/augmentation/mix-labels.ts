import type { NdArray } from '@fashion-mnist/core';

/** A picture's labels and those of its partner, mixed. */
export interface LabelMixer {
  /** @param share - Of the picture itself, 0..1. */
  mix(image: number, partner: number, share: number): void;
  /** What has been mixed. */
  readonly labels: NdArray<Float32Array>;
}

/** Shares are multiples of this, so that float32 holds both of them exactly and they add up to 1. */
const STEP = 2 ** -24;

export function createLabelMixer(own: NdArray<Float32Array>, pool: NdArray<Float32Array>): LabelMixer {
  const data = new Float32Array(own.data.length);
  const classCount = own.shape[1] as number;
  return {
    labels: { data, shape: own.shape },
    mix(image, partner, share) {
      const kept = Math.round(share / STEP) * STEP;
      for (let label = 0; label < classCount; label++) {
        const at = image * classCount + label;
        const other = pool.data[partner * classCount + label] as number;
        data[at] = kept * (own.data[at] as number) + (1 - kept) * other;
      }
    },
  };
}
