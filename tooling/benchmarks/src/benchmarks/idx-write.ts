import { gzipSync } from 'node:zlib';
import { encodeIdx } from '@fashion-mnist/idx-format';
import { unpackedFiles } from '../data/fashion-files.ts';
import { type Images, packImages, trainingImages } from '../data/packed-images.ts';
import { pythonPeer } from '../peers/python-peer.ts';
import type { Benchmark, Comparison } from '../runner/benchmark.ts';
import { timed } from '../runner/timed.ts';

const BYTES_PER_MB = 1e6;

/** From an array in memory to the bytes of a file, also in memory. */
export const idxWrite: Benchmark = {
  name: 'idx-write',
  question: 'How long from 60,000 images in memory to the bytes of a file, and how many bytes?',
  async prepare(cleanup) {
    const images = await trainingImages();
    const { trainImages } = await unpackedFiles();
    const inPython = await pythonPeer('gzip.compress', 'gzip_compress.py', [trainImages], cleanup);
    const ways = waysOf(images);
    const sizes = new Map<string, number>();
    const time: Comparison = {
      title: 'time',
      unit: 'ms',
      contenders: [
        ...ways.map(([name, write]) => timed(name, write, ({ length }) => void sizes.set(name, length))),
        inPython,
      ],
    };
    const size: Comparison = {
      title: 'size of what was written',
      unit: 'MB',
      contenders: ways.map(([name]) => ({
        name,
        measure: () => (sizes.get(name) ?? Number.NaN) / BYTES_PER_MB,
      })),
    };
    return [time, size];
  },
};

function waysOf(images: Images): readonly [string, () => Uint8Array | Promise<Uint8Array>][] {
  const file = encodeIdx(images);
  return [
    ['encodeIdx', () => encodeIdx(images)],
    ['writeIdx', () => packImages(images, 'none')],
    ['writeIdx, gzip', () => packImages(images, 'gzip')],
    ['writeIdx, blocked-gzip', () => packImages(images, 'blocked-gzip')],
    ['node:zlib gzipSync', () => gzipSync(file)],
  ];
}
