import { join } from 'node:path';
import { temporaryFolder } from '../data/temporary-folder.ts';
import { equalPixelShare } from '../photos/equal-pixels.ts';
import { photoFiles } from '../photos/photo-files.ts';
import { findImageMagick, type PhotoProgram, runImageMagick, runOurs } from '../photos/photo-programs.ts';
import type { AbsentContender, Benchmark, Comparison, Contender } from '../runner/benchmark.ts';
import { computed } from '../runner/computed.ts';
import { timed } from '../runner/timed.ts';

const OURS = 'fashion-mnist convert';
const PEER = 'ImageMagick mogrify';
const MS_PER_PHOTO = { floor: 30, aim: 10 };
/** Ten times as many photos may take so many times the memory: the collector leaves some decoded ones lying for a while. */
const MEMORY_GROWTH = { floor: 1.5, aim: 1.25 };
const EQUAL_PIXELS = 0.999;
const BYTES_PER_MB = 1e6;

interface Photos {
  /** A folder of files. */
  readonly all: string;
  /** A folder with a tenth as many. */
  readonly tenth: string;
}

/** Whole programs, from their start to the files that they leave. */
export const convertPhotos: Benchmark = {
  name: 'convert-photos',
  question: 'How long from 1,000 photos of a megapixel to images of 28 x 28, and how much memory?',
  rounds: 3,
  async prepare(cleanup, { imageCount = 1000 }) {
    const folder = await temporaryFolder(cleanup);
    const photos = {
      all: await photoFiles(join(folder, 'photos'), imageCount),
      tenth: await photoFiles(join(folder, 'tenth'), Math.ceil(imageCount / 10)),
    };
    const ours = contenders(OURS, photos, join(folder, 'ours'), runOurs);
    const found = await findImageMagick();
    const absent = 'reason' in found ? { name: PEER, reason: found.reason } : undefined;
    const versions = 'version' in found ? `ImageMagick ${found.version}` : '';
    const peer = contenders(PEER, photos, join(folder, 'peer'), runImageMagick, versions);
    return [
      time(imageCount, ours.time, absent ?? peer.time),
      memory(ours, absent ?? peer.memory),
      ...(absent === undefined ? [equality(folder)] : []),
    ];
  },
};

function time(photoCount: number, ours: Contender, peer: Contender | AbsentContender): Comparison {
  return {
    title: `time, ${photoCount.toLocaleString('en-US')} photos`,
    unit: 'ms',
    contenders: [ours, peer],
    targets: [
      { of: OURS, bound: { atMost: MS_PER_PHOTO.floor * photoCount }, aim: MS_PER_PHOTO.aim * photoCount },
      { of: PEER, to: OURS, bound: { atLeast: 1 } },
    ],
  };
}

function memory(ours: PhotoContenders, peer: Contender | AbsentContender): Comparison {
  return {
    title: 'peak memory of the process',
    unit: 'MB',
    contenders: [ours.memory, ours.memoryOfTenth, peer],
    targets: [
      {
        of: ours.memory.name,
        to: ours.memoryOfTenth.name,
        bound: { atMost: MEMORY_GROWTH.floor },
        aim: MEMORY_GROWTH.aim,
      },
    ],
  };
}

function equality(folder: string): Comparison {
  const share = computed(OURS, () =>
    equalPixelShare(join(folder, 'ours', 'images-idx3-ubyte.gz'), join(folder, 'peer')),
  );
  return {
    title: "share of the pixels that are ImageMagick's",
    unit: '',
    contenders: [share],
    targets: [{ of: OURS, bound: { atLeast: EQUAL_PIXELS } }],
  };
}

interface PhotoContenders {
  readonly time: Contender;
  readonly memory: Contender;
  readonly memoryOfTenth: Contender;
}

/** A program that is timed, and the most memory that it held in any round. */
function contenders(
  name: string,
  photos: Photos,
  out: string,
  run: PhotoProgram,
  versions?: string,
): PhotoContenders {
  let peak = 0;
  let peakOfTenth = 0;
  const keep = (bytes: number) => {
    peak = Math.max(peak, bytes / BYTES_PER_MB);
  };
  const warmUp = async () => {
    peakOfTenth = (await run(photos.tenth, `${out}-of-tenth`)) / BYTES_PER_MB;
  };
  const known = versions === undefined ? {} : { versions };
  return {
    time: { ...known, ...timed(name, () => run(photos.all, out), keep), warmUp },
    memory: { ...known, ...computed(name, () => peak) },
    memoryOfTenth: { ...known, ...computed(`${name}, a tenth of the photos`, () => peakOfTenth) },
  };
}
