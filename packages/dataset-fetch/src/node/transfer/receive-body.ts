import { TransferError } from '../../transfer/transfer-error.ts';
import { ConnectionCut } from './connection-cut.ts';
import type { PartialFile } from './partial-file.ts';

export interface ReceiveOptions {
  /** The server, for errors. */
  readonly host: string;
  readonly maxBytes: number;
  /** Size of the file when it is whole, where the server has told. */
  readonly totalBytes: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with the size of the file after every piece. */
  readonly onBytes: (completed: number) => void;
}

/** Appends the body of an answer to a file, until the file is whole. */
export async function receiveBody(
  pieces: AsyncIterable<Uint8Array>,
  partial: PartialFile,
  { host, maxBytes, totalBytes, signal, onBytes }: ReceiveOptions,
): Promise<void> {
  const limit = Math.min(maxBytes, totalBytes ?? maxBytes);
  if (totalBytes !== undefined && totalBytes > maxBytes) throw await tooLong(host, partial, maxBytes);
  for await (const bytes of pieces) {
    signal?.throwIfAborted();
    if (partial.size + bytes.length > limit) throw await tooLong(host, partial, limit);
    await partial.append(bytes);
    onBytes(partial.size);
  }
  if (totalBytes !== undefined && partial.size < totalBytes) {
    throw new ConnectionCut(`${host} sent ${partial.size} of ${totalBytes} bytes`);
  }
}

async function tooLong(host: string, partial: PartialFile, limit: number): Promise<TransferError> {
  await partial.restart(undefined);
  return new TransferError(`${host} sends more than the ${limit} bytes that the file can have`, {
    retryable: false,
  });
}
