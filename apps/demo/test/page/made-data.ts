import { gzipSync } from 'node:zlib';
import { createRng, type Rng } from '@fashion-mnist/core';
import { encodeIdx } from '@fashion-mnist/idx-format';
import type { DataIndex, DatasetEntry, LayoutEntry, Method } from '../../src/data/data-index.ts';

const SIZE = 28;
const CLASSES = 10;
const COUNTS = { train: 300, test: 100 };
const BOUNDS = [-10, -10, 10, 10] as const;

/** Files by their path below the page. */
export type DataFiles = Map<string, Uint8Array>;

/** A small dataset whose classes are easy to tell apart, with two maps, as the data API gives it. */
export function madeData(
  names: readonly string[] = ['fashion-mnist', 'mnist'],
  counts: typeof COUNTS = COUNTS,
): DataFiles {
  const files: DataFiles = new Map();
  const datasets = names.map((name, seed) => addDataset(files, name, counts, createRng(seed + 1)));
  const index: DataIndex = { version: 1, datasets };
  files.set('data/index.json', new TextEncoder().encode(JSON.stringify(index)));
  return files;
}

function addDataset(files: DataFiles, name: string, counts: typeof COUNTS, rng: Rng): DatasetEntry {
  const labels: number[] = [];
  let first = 0;
  const splits = (['train', 'test'] as const).map((split) => {
    const own = Array.from({ length: counts[split] }, () => rng.nextInt(CLASSES));
    labels.push(...own);
    const images = addFile(files, `data/${name}/${split}-images.gz`, zippedIdx(drawImages(own, rng)));
    const asIdx = { data: Uint8Array.from(own), shape: [own.length] };
    const entry = {
      split,
      first,
      count: own.length,
      images,
      labels: addFile(files, `data/${name}/${split}-labels.gz`, zippedIdx(asIdx)),
    };
    first += own.length;
    return entry;
  });
  const layouts = (['pca', 'umap'] as const).map((method) => addLayout(files, { name, method, labels, rng }));
  return {
    name,
    title: name === 'mnist' ? 'MNIST' : 'Fashion-MNIST',
    classNames: Array.from({ length: CLASSES }, (_, label) => `Class ${label}`),
    imageShape: [SIZE, SIZE],
    splits,
    layouts,
  };
}

/** A bar for each class at a height of its own, in noise. */
function drawImages(labels: readonly number[], rng: Rng): { data: Uint8Array; shape: number[] } {
  const data = new Uint8Array(labels.length * SIZE * SIZE);
  labels.forEach((label, image) => {
    for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
      const row = Math.floor(pixel / SIZE);
      const isBar = row >= 2 * label + 3 && row < 2 * label + 7;
      data[image * SIZE * SIZE + pixel] = isBar ? 160 + rng.nextInt(80) : rng.nextInt(30);
    }
  });
  return { data, shape: [labels.length, SIZE, SIZE] };
}

interface LayoutTask {
  readonly name: string;
  readonly method: Method;
  readonly labels: readonly number[];
  readonly rng: Rng;
}

/** Classes stand in a circle. */
function addLayout(files: DataFiles, { name, method, labels, rng }: LayoutTask): LayoutEntry {
  const bytes = new DataView(new ArrayBuffer(4 * labels.length));
  labels.forEach((label, point) => {
    const angle = (2 * Math.PI * label) / CLASSES + (method === 'pca' ? 0 : 1);
    const place = (share: number) =>
      Math.round(65_535 * (0.5 + 0.4 * share + 0.05 * (rng.nextFloat() - 0.5)));
    bytes.setUint16(4 * point, place(Math.cos(angle)), true);
    bytes.setUint16(4 * point + 2, place(Math.sin(angle)), true);
  });
  return {
    ...addFile(files, `data/${name}/layouts/${method}.bin`, new Uint8Array(bytes.buffer)),
    id: method,
    method,
    title: method === 'pca' ? 'PCA' : 'UMAP',
    first: 0,
    count: labels.length,
    bounds: BOUNDS,
    engine: 'made for tests',
    options: {},
    seconds: 0.1,
    createdAt: '2026-01-01T00:00:00.000Z',
  };
}

function zippedIdx(array: { readonly data: Uint8Array; readonly shape: readonly number[] }): Uint8Array {
  return new Uint8Array(gzipSync(encodeIdx(array)));
}

function addFile(files: DataFiles, href: string, bytes: Uint8Array): { href: string; bytes: number } {
  files.set(href, bytes);
  return { href, bytes: bytes.length };
}
