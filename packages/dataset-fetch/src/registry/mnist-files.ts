import type { Split } from '@fashion-mnist/core';
import type { FileIdentity, Packing } from './dataset-definition.ts';
import { idxByteLength } from './idx-byte-length.ts';

/** What tells one file of a name from the others of that name. */
export interface FileFingerprint {
  readonly sha256?: string;
  readonly packings: readonly Packing[];
}

const SIDE = 28;

/** The four files that MNIST and its drop-in replacements consist of; only the contents differ. */
export function mnistFiles(files: {
  readonly trainImages: FileFingerprint;
  readonly trainLabels: FileFingerprint;
  readonly testImages: FileFingerprint;
  readonly testLabels: FileFingerprint;
}): readonly FileIdentity[] {
  return [
    imagesFile('train', 'train-images-idx3-ubyte', 60_000, files.trainImages),
    labelsFile('train', 'train-labels-idx1-ubyte', 60_000, files.trainLabels),
    imagesFile('test', 't10k-images-idx3-ubyte', 10_000, files.testImages),
    labelsFile('test', 't10k-labels-idx1-ubyte', 10_000, files.testLabels),
  ];
}

function imagesFile(split: Split, name: string, count: number, fingerprint: FileFingerprint): FileIdentity {
  const shape = [count, SIDE, SIDE];
  return { name, split, content: 'images', shape, byteLength: idxByteLength(shape), ...fingerprint };
}

function labelsFile(split: Split, name: string, count: number, fingerprint: FileFingerprint): FileIdentity {
  const shape = [count];
  return { name, split, content: 'labels', shape, byteLength: idxByteLength(shape), ...fingerprint };
}
