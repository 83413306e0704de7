import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createRng } from '@fashion-mnist/core';
import { encodeIdx } from '@fashion-mnist/idx-format';

export const CLASS_NAMES: readonly string[] = ['T-shirt/top', 'お', 'Ankle  boot!'];

interface MadeSplit {
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

/** A dataset of our own: the path of its definition, and the arrays that its files hold. */
export interface MadeDataset {
  readonly definition: string;
  readonly folder: string;
  readonly height: number;
  readonly width: number;
  readonly train: MadeSplit;
  readonly test: MadeSplit;
}

export interface MadeDatasetOptions {
  readonly name?: string;
  readonly trainCount?: number;
  readonly testCount?: number;
  readonly height?: number;
  readonly width?: number;
  readonly seed?: number;
  /** What the definition says of the files: the SHA-256 of their content, or the MD5 of the gzip files. @default 'content' */
  readonly identity?: 'content' | 'packing';
  /** Whether labels can be told from pictures: those of each class are bright in a third of their own. @default false */
  readonly hasPattern?: boolean;
}

/** Makes files of random pictures, gzipped, and a JSON definition that names their folder as source. */
export async function makeDataset(
  folder: string,
  {
    name = 'made',
    trainCount = 13,
    testCount = 4,
    height = 3,
    width = 5,
    seed = 1,
    identity = 'content',
    hasPattern = false,
  }: MadeDatasetOptions = {},
): Promise<MadeDataset> {
  const source = join(folder, `${name}-source`);
  await mkdir(source, { recursive: true });
  const rng = createRng(seed);
  const size = height * width;
  const classCount = CLASS_NAMES.length;
  const pixel = (index: number) => {
    const third = Math.floor(((index % size) * classCount) / size);
    const isBright = third === Math.floor(index / size) % classCount;
    return hasPattern ? rng.nextInt(100) + (isBright ? 150 : 0) : rng.nextInt(256);
  };
  const split = (count: number): MadeSplit => ({
    images: Uint8Array.from({ length: count * size }, (_, index) => pixel(index)),
    labels: Uint8Array.from({ length: count }, (_, index) => index % classCount),
  });
  const train = split(trainCount);
  const test = split(testCount);
  const files = await Promise.all([
    writeIdxFile(source, identity, 'train', 'images', train.images, [trainCount, height, width]),
    writeIdxFile(source, identity, 'train', 'labels', train.labels, [trainCount]),
    writeIdxFile(source, identity, 'test', 'images', test.images, [testCount, height, width]),
    writeIdxFile(source, identity, 'test', 'labels', test.labels, [testCount]),
  ]);
  const document = {
    name,
    title: 'Made for a test',
    licence: 'none',
    citation: '',
    homepage: '',
    classNames: CLASS_NAMES,
    files,
    sources: [{ kind: 'folder', path: source }],
  };
  const definition = join(folder, `${name}.json`);
  await writeFile(definition, JSON.stringify(document));
  return { definition, folder: source, height, width, train, test };
}

async function writeIdxFile(
  folder: string,
  identity: 'content' | 'packing',
  split: 'train' | 'test',
  content: 'images' | 'labels',
  data: Uint8Array,
  shape: readonly number[],
) {
  const name = `${split === 'train' ? 'train' : 't10k'}-${content}-idx${shape.length}-ubyte`;
  const raw = encodeIdx({ data, shape });
  const packed = gzipSync(raw);
  await writeFile(join(folder, `${name}.gz`), packed);
  const file = { name, split, content, shape };
  if (identity === 'content') return { ...file, sha256: createHash('sha256').update(raw).digest('hex') };
  const md5 = createHash('md5').update(packed).digest('hex');
  return { ...file, packings: [{ publisher: 'us', md5 }] };
}
