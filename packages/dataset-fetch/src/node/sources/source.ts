import type { ProgressListener } from '@fashion-mnist/core';
import type { FileIdentity } from '../../registry/dataset-definition.ts';

/** A source that can be read from; close it when done. */
export interface OpenSource {
  /** The bytes of a file as the source has them: gzipped or plain, not verified. */
  read(file: FileIdentity): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface SourceContext {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
}
