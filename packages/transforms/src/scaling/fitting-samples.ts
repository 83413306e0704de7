import type { NdArray } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import { type Pixels, requirePixels } from '../images/images.ts';
import { type SampleRows, sampleRows } from '../images/sample-rows.ts';

/**
 * The sizes of samples that a scaler can learn from.
 *
 * @throws {TransformError} `E_SHAPE` - there is no sample or no feature; `E_OPTION` - a number is not finite.
 */
export function fittingSamples(scaler: string, samples: NdArray<Pixels>): SampleRows {
  requirePixels(scaler, samples);
  const rows = sampleRows(scaler, samples);
  if (rows.sampleCount === 0 || rows.featureCount === 0)
    throw new TransformError(
      'E_SHAPE',
      `${scaler}: expected at least one sample with at least one feature, got [${samples.shape.join(', ')}]`,
    );
  if (samples.data instanceof Float32Array) requireFinite(scaler, samples.data, rows.featureCount);
  return rows;
}

function requireFinite(scaler: string, data: Float32Array, featureCount: number): void {
  const wrong = data.findIndex((value) => !Number.isFinite(value));
  if (wrong < 0) return;
  const place = `feature ${wrong % featureCount} of sample ${Math.floor(wrong / featureCount)}`;
  throw new TransformError('E_OPTION', `${scaler}: expected finite numbers, got ${data[wrong]} as ${place}`);
}
