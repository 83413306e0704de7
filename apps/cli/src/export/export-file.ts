import type { ImageDataset } from '@fashion-mnist/core';
import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';

/** What is exported. */
export interface ExportJob {
  readonly definition: DatasetDefinition;
  readonly splits: readonly ImageDataset[];
  readonly gzip: boolean;
  /** Told how many more pictures have been turned into bytes. */
  readonly onPictures: (count: number) => void;
}

/** A file to be, its bytes made on demand. */
export interface ExportFile {
  /** Inside the folder of the export, with forward slashes. */
  readonly path: string;
  readonly content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}
