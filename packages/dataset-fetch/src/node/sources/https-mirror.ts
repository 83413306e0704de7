import { createHash } from 'node:crypto';
import { largestPublishedSize, servedName } from '../../identity/published-names.ts';
import type { DatasetSource, FileIdentity } from '../../registry/dataset-definition.ts';
import { DOWNLOAD_SUFFIX } from '../cache/sweep-unfinished.ts';
import { download, removePartial } from '../transfer/download.ts';
import type { LocatedFile, OpenSource, SourceContext } from './source.ts';

type Mirror = Extract<DatasetSource, { readonly kind: 'https' }>;

/** A web server that holds the files. */
export async function openMirror(mirror: Mirror, context: SourceContext): Promise<OpenSource> {
  return { locate: (file) => locate(mirror, file, context), close: async () => {} };
}

async function locate(
  { baseUrl, suffix, allowHttp = false }: Mirror,
  file: FileIdentity,
  { signal, onProgress, timeouts, statePath }: SourceContext,
): Promise<LocatedFile> {
  const name = servedName(file, suffix);
  const url = new URL(name, baseUrl);
  const path = statePath(`${name}-${shortHash(url.href)}${DOWNLOAD_SUFFIX}`);
  const { resumed } = await download({
    url,
    partialPath: path,
    maxBytes: largestPublishedSize(file),
    allowHttp,
    detail: name,
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
    ...(timeouts && { timeouts }),
  });
  return { path, isJoined: resumed, isOurs: true, discard: () => removePartial(path) };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
