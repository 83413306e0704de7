import { open } from 'node:fs/promises';
import { type IdxFile, openIdx } from '@fashion-mnist/idx-format';
import { countingSource } from '../data/counting-source.ts';
import { unpackedFiles } from '../data/fashion-files.ts';
import { type BlockedFile, blockedImages } from '../data/packed-images.ts';
import { scatteredIndices } from '../data/scattered-indices.ts';
import { pythonPeer } from '../peers/python-peer.ts';
import type { Benchmark, Cleanup, Comparison, Contender } from '../runner/benchmark.ts';
import { summarize } from '../runner/summarize.ts';
import { timed } from '../runner/timed.ts';

const IMAGE_COUNT = 60_000;
const IMAGE_BYTES = 28 * 28;
const HEADER_BYTES = 16;
const READS_PER_ROUND = 500;
/** More than one block holds, so that no read finds its block unpacked. */
const DISTANCE = Math.ceil(2 ** 16 / IMAGE_BYTES);
const RAW = 'openIdx, plain file';
const BLOCKED = 'openIdx, blocked gzip';

/** One image of many, from a file that is not loaded. */
export const randomAccess: Benchmark = {
  name: 'random-access',
  question: 'How long for one of 60,000 images by its index, without loading the file?',
  async prepare(cleanup) {
    const { trainImages } = await unpackedFiles();
    const blocked = await blockedImages(cleanup);
    return [
      await readingComparison(trainImages, blocked, cleanup),
      openingComparison(trainImages, blocked),
      bytesComparison(trainImages, blocked),
    ];
  },
};

async function readingComparison(raw: string, blocked: BlockedFile, cleanup: Cleanup): Promise<Comparison> {
  const indices = scatteredIndices(READS_PER_ROUND, IMAGE_COUNT, DISTANCE);
  const opened = async (path: string, index?: Uint8Array) => {
    const file = await openIdx(path, { type: 'uint8', ...(index === undefined ? {} : { index }) });
    cleanup.defer(() => file.close());
    return (image: number) => file.read(image);
  };
  const handle = await open(raw);
  cleanup.defer(() => handle.close());
  const readByHand = (image: number) =>
    handle.read(new Uint8Array(IMAGE_BYTES), 0, IMAGE_BYTES, HEADER_BYTES + image * IMAGE_BYTES);
  return {
    title: `one image, median of ${READS_PER_ROUND}`,
    unit: 'ms',
    contenders: [
      medianRead(RAW, indices, await opened(raw)),
      medianRead(BLOCKED, indices, await opened(blocked.path, blocked.index)),
      medianRead('FileHandle.read by hand, plain file', indices, readByHand),
      await pythonPeer('numpy.memmap, plain file', 'memmap_record.py', [raw, indices.join(',')], cleanup),
    ],
    targets: [
      { of: RAW, bound: { atMost: 0.2 } },
      { of: BLOCKED, bound: { atMost: 2 } },
    ],
  };
}

function openingComparison(raw: string, { path, index }: BlockedFile): Comparison {
  const openAndClose = async (opening: Promise<IdxFile>) => (await opening).close();
  return {
    title: 'opening and closing',
    unit: 'ms',
    contenders: [
      timed(RAW, () => openAndClose(openIdx(raw))),
      timed(`${BLOCKED} with its index`, () => openAndClose(openIdx(path, { index }))),
      timed(`${BLOCKED} without an index`, () => openAndClose(openIdx(path))),
    ],
  };
}

function bytesComparison(raw: string, { path, index }: BlockedFile): Comparison {
  return {
    title: 'read from the disk',
    unit: 'KB',
    contenders: [
      bytesContender('open: plain file', raw, 0),
      bytesContender('open: blocked gzip with its index', path, 0, index),
      bytesContender('open: blocked gzip without an index', path, 0),
      bytesContender('open and one image: plain file', raw, 1),
      bytesContender('open and one image: blocked gzip with its index', path, 1, index),
    ],
  };
}

function bytesContender(name: string, path: string, imageCount: number, index?: Uint8Array): Contender {
  return {
    name,
    async measure() {
      const source = await countingSource(path);
      const file = await openIdx(source, index === undefined ? {} : { index });
      for (const image of scatteredIndices(imageCount, IMAGE_COUNT, DISTANCE)) await file.read(image);
      await file.close();
      return source.bytesRead() / 1000;
    },
  };
}

function medianRead(
  name: string,
  indices: readonly number[],
  read: (index: number) => Promise<unknown>,
): Contender {
  return {
    name,
    async measure() {
      const times: number[] = [];
      for (const index of indices) times.push(await timed(name, () => read(index)).measure());
      return summarize(times).median;
    },
  };
}
