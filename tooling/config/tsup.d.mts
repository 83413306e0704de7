import type { Options } from 'tsup';

type LibraryOptions = Partial<Options> & {
  /** Of the entries, those that get declarations; the first one unless told. */
  readonly publicEntries?: string[];
};

export function library(entry: string[], options?: LibraryOptions): Options;
