import type { NdArray, TypedArray } from '@fashion-mnist/core';

/** The samples from `start` to before `end`, as a view. */
export function sliceSamples<T extends TypedArray>(
  { data, shape }: NdArray<T>,
  { start, end }: { readonly start: number; readonly end: number },
): NdArray<T> {
  const [, ...sampleShape] = shape;
  const stride = sampleShape.reduce((product, size) => product * size, 1);
  return { data: data.subarray(start * stride, end * stride) as T, shape: [end - start, ...sampleShape] };
}
