import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';

/** Something that can be asked for at an address. */
export interface Resource {
  readonly type: string;
  readonly cacheControl: string;
  readonly content: Content;
  /** The same, compressed ahead, the smallest first. */
  readonly encoded?: readonly EncodedContent[];
}

/** Bytes on the disk, or in memory. */
export type Content = { readonly path: string } | { readonly bytes: Uint8Array };

export interface EncodedContent {
  readonly encoding: 'br' | 'gzip';
  readonly content: Content;
}

/** Bytes that are being answered with. */
export interface OpenContent {
  readonly size: number;
  /** The same for the same bytes, in quotes. */
  readonly etag: string;
  /** The bytes `start..end`, `end` included. */
  read(start: number, end: number): Readable;
  close(): Promise<void>;
}

/** @throws a system error where the file is no longer there. */
export async function openContent(content: Content): Promise<OpenContent> {
  return 'bytes' in content ? openBytes(content.bytes) : openFile(content.path);
}

function openBytes(bytes: Uint8Array): OpenContent {
  const digest = createHash('sha256').update(bytes).digest('base64url');
  return {
    size: bytes.length,
    etag: `"${digest}"`,
    read: (start, end) => Readable.from([bytes.subarray(start, end + 1)]),
    close: async () => {},
  };
}

/** Files of ours are replaced as a whole, so that size and time tell one from the other. */
async function openFile(path: string): Promise<OpenContent> {
  const file = await open(path, 'r');
  const { size, mtimeNs } = await file.stat({ bigint: true });
  return {
    size: Number(size),
    etag: `"${size.toString(36)}-${mtimeNs.toString(36)}"`,
    read: (start, end) => file.createReadStream({ start, end, autoClose: false }),
    close: () => file.close(),
  };
}
