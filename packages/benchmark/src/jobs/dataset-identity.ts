import type { ImageDataset, NdArray } from '@fashion-mnist/core';
import { canonicalJson } from './canonical-json.ts';
import type { DatasetIdentity } from './job.ts';
import { sha256 } from './sha256.ts';

/** SHA-256 of images and labels of a split, each as an IDX file: of MNIST's kind of dataset, the published files. */
interface SplitDigests {
  readonly images: string;
  readonly labels: string;
}

/**
 * The identity of data that are loaded, by what they are: shapes, pixels and labels of both splits. A worker compares it
 * with that of a job. Takes a fraction of a second for 70,000 images.
 *
 * @param train - Whole, as `loadDataset` gives it; borrowed.
 * @param test - Of the same dataset; borrowed.
 */
export async function identifyDataset(train: ImageDataset, test: ImageDataset): Promise<DatasetIdentity> {
  const digests = { train: await digestsOf(train), test: await digestsOf(test) };
  return { name: train.name, sha256: await sha256(canonicalJson(digests)) };
}

async function digestsOf({ images, labels }: ImageDataset): Promise<SplitDigests> {
  return {
    images: await sha256(idxBytes(images)),
    labels: await sha256(idxBytes({ data: labels, shape: [labels.length] })),
  };
}

/** @see http://yann.lecun.com/exdb/mnist/ for the format: magic number, sizes, values. */
function idxBytes({ data, shape }: NdArray<Uint8Array>): Uint8Array<ArrayBuffer> {
  const headerLength = 4 + 4 * shape.length;
  const bytes = new Uint8Array(headerLength + data.length);
  const header = new DataView(bytes.buffer);
  header.setUint8(2, UNSIGNED_BYTE);
  header.setUint8(3, shape.length);
  for (const [axis, size] of shape.entries()) header.setUint32(4 + 4 * axis, size);
  bytes.set(data, headerLength);
  return bytes;
}

const UNSIGNED_BYTE = 8;
