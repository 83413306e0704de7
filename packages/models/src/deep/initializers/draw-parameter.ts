import { elementCount, type Rng } from '@fashion-mnist/core';
import type { Shape } from '../layers/shape.ts';
import type { Initializer } from './initializer.ts';
import { normalQuantile } from './normal-quantile.ts';
import { orthogonalMatrix } from './orthogonal-matrix.ts';

/** Two deviations below the mean: the probability, and the deviation of what is left of a normal distribution between ±2. */
const LOWER_TAIL = 0.022750131948179212;
const TRUNCATED_DEVIATION = 0.87962566103423978;

/**
 * The first values of a parameter: the same on every platform for the same stream.
 *
 * @param shape - `[...window, in, out]` for kernels.
 * @see Variance scaling, also of truncated distributions, is as Keras has it.
 */
export function drawParameter(initializer: Initializer, shape: Shape, rng: Rng): Float32Array<ArrayBuffer> {
  const values = new Float32Array(elementCount(shape));
  switch (initializer.kind) {
    case 'constant':
      return values.fill(initializer.value);
    case 'normal':
      return fillNormal(values, initializer.deviation, rng);
    case 'truncated-normal':
      return fillTruncatedNormal(values, initializer.deviation, rng);
    case 'uniform':
      return fillUniform(values, initializer.limit, rng);
    case 'variance-scaling':
      return fillScaled(values, initializer, shape, rng);
    case 'orthogonal':
      return fillOrthogonal(values, initializer.gain, shape, rng);
  }
}

function fillNormal(
  values: Float32Array<ArrayBuffer>,
  deviation: number,
  rng: Rng,
): Float32Array<ArrayBuffer> {
  for (let i = 0; i < values.length; i++) values[i] = deviation * normalQuantile(openUnit(rng));
  return values;
}

function fillTruncatedNormal(
  values: Float32Array<ArrayBuffer>,
  deviation: number,
  rng: Rng,
): Float32Array<ArrayBuffer> {
  const share = 1 - 2 * LOWER_TAIL;
  for (let i = 0; i < values.length; i++)
    values[i] = deviation * normalQuantile(LOWER_TAIL + share * openUnit(rng));
  return values;
}

function fillUniform(values: Float32Array<ArrayBuffer>, limit: number, rng: Rng): Float32Array<ArrayBuffer> {
  for (let i = 0; i < values.length; i++) values[i] = limit * (2 * openUnit(rng) - 1);
  return values;
}

function fillScaled(
  values: Float32Array<ArrayBuffer>,
  { scale, fan, distribution }: Extract<Initializer, { readonly kind: 'variance-scaling' }>,
  shape: Shape,
  rng: Rng,
): Float32Array<ArrayBuffer> {
  const fans = fansOf(shape);
  const variance = scale / { ...fans, average: (fans.in + fans.out) / 2 }[fan];
  switch (distribution) {
    case 'normal':
      return fillNormal(values, Math.sqrt(variance), rng);
    case 'truncated-normal':
      return fillTruncatedNormal(values, Math.sqrt(variance) / TRUNCATED_DEVIATION, rng);
    case 'uniform':
      return fillUniform(values, Math.sqrt(3 * variance), rng);
  }
}

function fillOrthogonal(
  values: Float32Array<ArrayBuffer>,
  gain: number,
  shape: Shape,
  rng: Rng,
): Float32Array<ArrayBuffer> {
  const columns = shape.at(-1) ?? 1;
  const matrix = orthogonalMatrix(values.length / columns, columns, () => normalQuantile(openUnit(rng)));
  for (let i = 0; i < values.length; i++) values[i] = gain * matrix[i]!;
  return values;
}

function fansOf(shape: Shape): { readonly in: number; readonly out: number } {
  const window = elementCount(shape.slice(0, -2));
  return { in: window * (shape.at(-2) ?? 1), out: window * (shape.at(-1) ?? 1) };
}

/** `0 < x < 1`. */
function openUnit(rng: Rng): number {
  return (rng.nextUint32() + 0.5) / 2 ** 32;
}
