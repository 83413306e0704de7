import { ModelsError } from '../errors.ts';

/** @throws {ModelsError} `E_NOT_FINITE` - what an estimator has learned is not finite any more. */
export function requireBounded(estimator: string, learned: Float64Array | readonly number[]): void {
  if (!learned.every(Number.isFinite))
    throw new ModelsError(
      'E_NOT_FINITE',
      `${estimator}: the weights grew beyond all bounds; scaled features or a lower rate may help`,
    );
}
