import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { createRng } from '@fashion-mnist/core';
import { type DatasetDefinition, type DatasetSource, defineDataset } from '@fashion-mnist/dataset-fetch';
import { encodeIdx } from '@fashion-mnist/idx-format';

const CLASS_NAMES = ['cross', 'ring', 'bar'];
const SIDE = 8;
const IMAGE_COUNTS = { train: 300, test: 40 };

/** A dataset of random pictures, a few KB in all, under the names that MNIST made usual. */
export interface TinyDataset {
  /** What each file holds, by its name. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
  /** What a server has: the files gzipped, by their names with `.gz`. */
  readonly published: ReadonlyMap<string, Uint8Array>;
  from(...sources: readonly DatasetSource[]): DatasetDefinition;
}

export function tinyDataset(seed = 1): TinyDataset {
  const contents = new Map<string, Uint8Array>();
  const published = new Map<string, Uint8Array>();
  const files = (['train', 'test'] as const).flatMap((split, index) => {
    const [images, labels] = drawSplit(IMAGE_COUNTS[split], seed * 2 + index);
    const prefix = split === 'train' ? 'train' : 't10k';
    return [
      { split, content: 'images', name: `${prefix}-images-idx3-ubyte`, ...images },
      { split, content: 'labels', name: `${prefix}-labels-idx1-ubyte`, ...labels },
    ].map(({ data, ...identity }) => {
      const raw = encodeIdx({ data, shape: identity.shape });
      contents.set(identity.name, raw);
      published.set(`${identity.name}.gz`, gzipSync(raw));
      const sha256 = createHash('sha256').update(raw).digest('hex');
      return { ...identity, sha256, byteLength: raw.length };
    });
  });
  const facts = { name: 'tiny', title: 'Tiny', licence: 'MIT', citation: '', homepage: '' };
  return {
    contents,
    published,
    from: (...sources) => defineDataset({ ...facts, classNames: CLASS_NAMES, files, sources }),
  };
}

function drawSplit(count: number, seed: number) {
  const rng = createRng(seed);
  const draw = (length: number, bound: number) => Uint8Array.from({ length }, () => rng.nextInt(bound));
  return [
    { data: draw(count * SIDE ** 2, 256), shape: [count, SIDE, SIDE] },
    { data: draw(count, CLASS_NAMES.length), shape: [count] },
  ] as const;
}
