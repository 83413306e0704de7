import type { NdArray } from '@fashion-mnist/core';
import { TransformError } from '../../../errors.ts';
import type { Pixels } from '../../../images/images.ts';
import type { PreparedStep } from '../prepare-step.ts';

/** What one pass does: edits of bytes, a look-up of what pixelwise steps make of each, edits of these values. */
export interface PassParts {
  readonly edits: readonly PreparedStep[];
  /** Without them the result is bytes, and there are no later edits. */
  readonly values: Float32Array | undefined;
  readonly laterEdits: readonly PreparedStep[];
}

/** Each byte once, as one image. */
const EVERY_BYTE: NdArray<Pixels> = {
  data: Uint8Array.from({ length: 256 }, (_, byte) => byte),
  shape: [1, 16, 16],
};

/** @returns undefined when a pixelwise step does not take what the one before makes of some byte. */
export function passParts(steps: readonly PreparedStep[]): PassParts | undefined {
  const pixelwise = steps.filter(({ operation }) => operation.pixelwise !== undefined);
  const first = pixelwise[0] === undefined ? steps.length : steps.indexOf(pixelwise[0]);
  const edits = steps.slice(0, first);
  const laterEdits = steps.slice(first + pixelwise.length);
  if (pixelwise.length === 0) return { edits, values: undefined, laterEdits };
  try {
    return { edits, values: valuesOfBytes(pixelwise), laterEdits };
  } catch (error) {
    if (error instanceof TransformError) return undefined;
    throw error;
  }
}

function valuesOfBytes(steps: readonly PreparedStep[]): Float32Array {
  const { data } = steps.reduce(
    (images, { operation, options }) => operation.pixelwise?.(images, options) ?? images,
    EVERY_BYTE,
  );
  return Float32Array.from(data);
}
