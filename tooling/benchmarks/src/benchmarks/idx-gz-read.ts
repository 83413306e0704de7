import { createReadStream, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createGunzip, gunzipSync } from 'node:zlib';
import { parseIdxGz } from '@fashion-mnist/idx-format';
import { readFromStream } from 'idx-data';
import mnistParser from 'mnist-parser';
import { ungzip } from 'pako';
import { type FashionFiles, gzippedFiles } from '../data/fashion-files.ts';
import { pythonPeer } from '../peers/python-peer.ts';
import { UNUSABLE_READERS } from '../peers/unusable-readers.ts';
import type { Benchmark, Cleanup, Comparison } from '../runner/benchmark.ts';
import { timed } from '../runner/timed.ts';

const PIXEL_COUNT = 60_000 * 28 * 28;
const HEADER_BYTES = 16;
const OURS = 'readFile + parseIdxGz';
const PAKO = 'pako.ungzip alone, file already read';

/** From the file that is distributed to an array in memory. */
export const idxGzRead: Benchmark = {
  name: 'idx-gz-read',
  question: 'How long from the gzipped file of 60,000 training images to a typed array?',
  async prepare(cleanup) {
    const files = await gzippedFiles(cleanup);
    return [imagesAlone(files), await imagesAndLabels(files, cleanup)];
  },
};

function imagesAlone({ trainImages }: FashionFiles): Comparison {
  const packed = readFileSync(trainImages);
  const requirePixels = ({ length }: ArrayLike<number>) => requireLength(length, PIXEL_COUNT);
  const requireBytes = ({ length }: Uint8Array) => requireLength(length, HEADER_BYTES + PIXEL_COUNT);
  return {
    title: 'the images',
    unit: 'ms',
    contenders: [
      timed(OURS, async () => (await parseIdxGz(await readFile(trainImages))).data, requirePixels),
      timed('node:zlib gunzipSync alone, file already read', () => gunzipSync(packed), requireBytes),
      timed(PAKO, () => ungzip(packed), requireBytes),
      timed(
        'idx-data 1.1.0, behind createGunzip',
        async () => (await readFromStream(createReadStream(trainImages).pipe(createGunzip()))).data,
        requirePixels,
      ),
      timed(
        'mnist-parser 0.1.0 to JS numbers, behind gunzipSync',
        () => mnistParser.default.parseImages(gunzipSync(readFileSync(trainImages))),
        requirePixels,
      ),
      ...UNUSABLE_READERS,
    ],
    targets: [{ of: PAKO, to: OURS, bound: { atLeast: 2.5 } }],
  };
}

async function imagesAndLabels(
  { trainImages, trainLabels }: FashionFiles,
  cleanup: Cleanup,
): Promise<Comparison> {
  const read = async (path: string) => (await parseIdxGz(await readFile(path))).data;
  const ours = timed(
    `${OURS}, twice`,
    () => Promise.all([read(trainImages), read(trainLabels)]),
    ([images]) => requireLength(images.length, PIXEL_COUNT),
  );
  const reader = await pythonPeer('mnist_reader.py', 'mnist_reader.py', [trainImages, trainLabels], cleanup);
  return {
    title: 'the images and the labels',
    unit: 'ms',
    contenders: [ours, reader],
    targets: [{ of: reader.name, to: ours.name, bound: { atLeast: 1.5 } }],
  };
}

function requireLength(got: number, expected: number): void {
  if (got !== expected) throw new Error(`expected ${expected} values, got ${got}`);
}
