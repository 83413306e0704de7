import { createReadStream } from 'node:fs';
import { LabelsError } from './convert-errors.ts';

/** More than a table for a million photos has. */
const MOST_BYTES = 2 ** 26;

/**
 * The text of a table, which may come through a pipe.
 *
 * @throws {LabelsError} it is too large, or not in UTF-8.
 */
export async function readTable(path: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: MOST_BYTES })) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length > MOST_BYTES) throw new LabelsError('expected a table of at most 64 MiB');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch (error) {
    throw new LabelsError(NOT_UTF8, { cause: error });
  }
  throw new LabelsError(NOT_UTF8);
}

const NOT_UTF8 = 'expected a text in UTF-8, got another encoding: save the table as CSV in UTF-8';
