import type { ImageFiles } from '../data/image-files.ts';
import type { Contender } from '../runner/benchmark.ts';
import { computed } from '../runner/computed.ts';
import { timed } from '../runner/timed.ts';

/** What a program works on and where it leaves its map. */
export interface ProgramInput {
  readonly images: Pick<ImageFiles, 'imagesPath'>;
  /** Fewer images, for a run that brings the program and its libraries into the page cache. */
  readonly fewImages: Pick<ImageFiles, 'imagesPath'>;
  readonly mapPath: string;
}

/** A program as two contenders: the time from its start to its end, and the most memory that it held in any round. */
export interface ProgramContenders {
  readonly time: Contender;
  readonly memory: Contender;
}

const BYTES_PER_MB = 1e6;

/**
 * @param versions - Of what the program runs on, where that is not this Node.
 * @param start - Runs the program to its end; resolves with what it printed, its peak memory in bytes.
 */
export function programContenders(
  { name, versions }: Pick<Contender, 'name' | 'versions'>,
  { images, fewImages, mapPath }: ProgramInput,
  start: (imagesPath: string, mapPath: string) => Promise<string>,
): ProgramContenders {
  let peakMb = 0;
  const known = versions === undefined ? {} : { versions };
  return {
    time: {
      ...known,
      ...timed(
        name,
        () => start(images.imagesPath, mapPath),
        (printed) => {
          peakMb = Math.max(peakMb, Number(printed) / BYTES_PER_MB);
        },
      ),
      warmUp: async () => void (await start(fewImages.imagesPath, mapPath)),
    },
    memory: { ...known, ...computed(name, () => peakMb) },
  };
}
