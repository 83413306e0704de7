import type { ProgressListener } from '@fashion-mnist/core';
import type { FileIdentity } from '../../registry/dataset-definition.ts';
import type { TransferTimeouts } from '../../transfer/watchdog.ts';

/** A file as a source has it, on this machine now: gzipped or plain, not verified. */
export interface LocatedFile {
  readonly path: string;
  /** Whether the bytes come from several responses of a server, so that a wrong file may be due to the joint. */
  readonly isJoined: boolean;
  /** Whether the file was made for us and may be moved. */
  readonly isOurs: boolean;
  /** Removes it if it is ours. */
  discard(): Promise<void>;
}

/** A source that can be read from; close it when done. */
export interface OpenSource {
  locate(file: FileIdentity): Promise<LocatedFile>;
  close(): Promise<void>;
}

export interface SourceContext {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
  /** How long a server may stand still. @default DEFAULT_TIMEOUTS */
  readonly timeouts?: Partial<TransferTimeouts> | undefined;
  /** A path beside the cache's files for what is not finished. It is cleared when this process dies before it is done. */
  statePath(name: string): string;
}
