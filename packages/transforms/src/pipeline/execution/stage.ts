import { elementCount } from '@fashion-mnist/core';
import type { Batch } from '../../images/batch.ts';
import type { Pixels } from '../../images/images.ts';
import type { StepRun } from '../operation.ts';

/** `Uint8Array` or `Float32Array` itself. */
export type PixelsKind<P extends Pixels = Pixels> = new (length: number) => P;

/** Gives the memory for a result of this shape; all of it has to be written. */
export type Allocate = <P extends Pixels>(kind: PixelsKind<P>, shape: readonly number[]) => P;

/** New memory. */
export function allocate<P extends Pixels>(kind: PixelsKind<P>, shape: readonly number[]): P {
  return new kind(elementCount(shape));
}

/** One or more steps that are done in one go. */
export interface Stage {
  readonly needsWholeBatch: boolean;
  /** @param allocate - For a result that is made in place there; others give memory of their own. */
  run(batch: Batch, run: StepRun, allocate: Allocate): Promise<Batch>;
}
