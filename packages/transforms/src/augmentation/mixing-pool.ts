import type { NdArray } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import type { Batch } from '../images/batch.ts';
import { type ImageShape, imageShape, type Pixels } from '../images/images.ts';
import { requireArray } from '../images/require-array.ts';
import { isRecord, shown } from '../options/values.ts';

/** Where the partners of a batch's pictures come from. */
export interface MixingOptions<P extends Pixels = Pixels> {
  /**
   * Pictures of the same kind and size, with labels if the batch has them; borrowed. With all pictures of the dataset the
   * result does not depend on the size of the batch.
   *
   * @default the batch itself
   */
  readonly pool?: Batch<P> | undefined;
}

/** Pictures that partners are drawn from, of which only those that are drawn need be at hand. */
export interface MixingPool<P extends Pixels = Pixels> {
  readonly poolCount: number;
  readonly partners: Batch<P>;
  /** Which of `partners` is meant. @param drawn - Index in the pool. */
  partnerOf(image: number, drawn: number): number;
}

/** A pool that is all at hand. @throws {TransformError} `E_SHAPE` - it is no batch. */
export function wholePool<P extends Pixels>(operation: string, partners: Batch<P>): MixingPool<P> {
  if (!(isRecord(partners) && isRecord(partners.images)))
    throw new TransformError(
      'E_SHAPE',
      `${operation}: expected pictures, as { images, labels }, got ${shown(partners)}`,
    );
  return { partners, poolCount: partners.images.shape[0] ?? 0, partnerOf: (_, drawn) => drawn };
}

interface BatchShape extends ImageShape {
  /** 0 without labels. */
  readonly classCount: number;
}

/** @throws {TransformError} `E_SHAPE` - a batch is not valid, or its pool does not fit it. */
export function mixingShape(operation: string, batch: Batch, pool: Batch): ImageShape {
  const own = batchShape(operation, batch);
  const others = batchShape(`${operation}.pool`, pool);
  const fail = (message: string) => new TransformError('E_SHAPE', `${operation}.pool: expected ${message}`);
  if (batch.images.data instanceof Uint8Array !== pool.images.data instanceof Uint8Array)
    throw fail('the same kind of pixels as the batch has, got bytes and float32');
  if (others.height !== own.height || others.width !== own.width)
    throw fail(`pictures of ${own.height} x ${own.width} pixels, got ${others.height} x ${others.width}`);
  if (others.classCount !== own.classCount)
    throw fail(`labels of ${own.classCount} classes as in the batch, got ${others.classCount}`);
  if (own.imageCount > 0 && others.imageCount === 0) throw fail('at least one picture, got none');
  return own;
}

function batchShape(operation: string, { images, labels }: Batch): BatchShape {
  const shape = imageShape(operation, images);
  if (shape.imageCount > 0 && images.data.length === 0)
    throw new TransformError(
      'E_SHAPE',
      `${operation}: expected pictures with pixels, got [${images.shape.join(', ')}]`,
    );
  return {
    ...shape,
    classCount: labels === undefined ? 0 : classCountOf(operation, labels, shape.imageCount),
  };
}

function classCountOf(operation: string, labels: NdArray<Float32Array>, imageCount: number): number {
  requireArray(`${operation}.labels`, labels);
  const [rows, classCount, ...rest] = labels.shape;
  if (rows === imageCount && classCount !== undefined && classCount > 0 && rest.length === 0)
    return classCount;
  throw new TransformError(
    'E_SHAPE',
    `${operation}.labels: expected [${imageCount}, classCount], got [${labels.shape.join(', ')}]; see oneHot`,
  );
}
