import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Content, EncodedContent, Resource } from '../http/resource.ts';
import { HEADERS_FILE, headersFile } from './headers-file.ts';

/** How compressed forms are called beside the files. */
const ENDINGS: Readonly<Record<EncodedContent['encoding'], string>> = { br: '.br', gzip: '.gz' };

/** Writes all that a site answers with into a folder, and returns how many bytes that is. */
export async function writeSite(
  resources: ReadonlyMap<string, Resource>,
  folder: string,
  signal: AbortSignal,
): Promise<number> {
  let bytes = 0;
  for (const [path, content] of [...filesOf(resources), headers()]) {
    signal.throwIfAborted();
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeContent(target, content);
    bytes += (await stat(target)).size;
  }
  return bytes;
}

function* filesOf(resources: ReadonlyMap<string, Resource>): Generator<readonly [string, Content]> {
  for (const [path, { content, encoded = [] }] of resources) {
    yield [path, content];
    for (const other of encoded) yield [path + ENDINGS[other.encoding], other.content];
  }
}

function headers(): readonly [string, Content] {
  return [HEADERS_FILE, { bytes: new TextEncoder().encode(headersFile()) }];
}

async function writeContent(target: string, content: Content): Promise<void> {
  if ('bytes' in content) await writeFile(target, content.bytes, { flush: true });
  else await copyFile(content.path, target);
}
