import { type ImageDataset, reportProgress, type Split } from '@fashion-mnist/core';
import { assembleSplit } from '../assemble/assemble-split.ts';
import { DatasetFetchError } from '../errors.ts';
import { servedName } from '../identity/published-names.ts';
import { verifyContent } from '../identity/verify-content.ts';
import type { DatasetDefinition, FileIdentity } from '../registry/dataset-definition.ts';
import { askInTurn } from '../sources/ask-in-turn.ts';
import { exhaustedError } from '../sources/exhausted-error.ts';
import { digest } from './digest.ts';
import { downloadBytes } from './download-bytes.ts';
import type { ObtainOptions } from './obtain-options.ts';
import { absoluteUrl, defaultPageSources, type WebSource } from './page-sources.ts';
import { openVerifiedCache } from './verified-cache.ts';

/** Reads the given splits of a dataset, fetched if need be. */
export async function readSplits(
  definition: DatasetDefinition,
  splits: readonly Split[],
  options: ObtainOptions,
): Promise<readonly ImageDataset[]> {
  const files = definition.files.filter(({ split }) => splits.includes(split));
  const contents = await obtainContents(definition, files, options);
  const read = (split: Split, content: FileIdentity['content']) => {
    const file = files.find((other) => other.split === split && other.content === content);
    const bytes = file && contents.get(file);
    if (bytes !== undefined) return bytes;
    throw new DatasetFetchError('E_DEFINITION', `${definition.name} has no ${content} of the ${split} split`);
  };
  return Promise.all(
    splits.map((split) =>
      assembleSplit(definition, split, { images: read(split, 'images'), labels: read(split, 'labels') }),
    ),
  );
}

async function obtainContents(
  definition: DatasetDefinition,
  files: readonly FileIdentity[],
  options: ObtainOptions,
): Promise<ReadonlyMap<FileIdentity, Uint8Array>> {
  const { signal, onProgress } = options;
  const cache = await openVerifiedCache();
  const family = definition.family ?? definition.name;
  const contents = new Map<FileIdentity, Uint8Array>();
  for (const [index, file] of files.entries()) {
    signal?.throwIfAborted();
    const raw = await cache.read(family, file);
    if (raw !== undefined) contents.set(file, raw);
    const progress = { stage: 'verify', completed: index + 1, total: files.length, unit: 'files' };
    reportProgress(onProgress, { ...progress, detail: file.name });
  }
  if (contents.size === files.length) return contents;

  const failures = await askInTurn(
    options.sources ?? defaultPageSources(definition),
    async (source) => {
      for (const file of files.filter((other) => !contents.has(other))) {
        const { raw, sha256 } = await fetchFrom(source, file, options);
        contents.set(file, raw);
        await cache.keep(family, file, raw, sha256);
      }
    },
    options,
  );
  if (failures === undefined) return contents;
  throw exhaustedError(
    definition,
    new Map(Array.from(failures, ([source, error]) => [source.baseUrl, error])),
  );
}

async function fetchFrom(source: WebSource, file: FileIdentity, options: ObtainOptions) {
  if (file.archive !== undefined)
    throw new Error(`${file.archive.name} is too big for a page: load it in Node`);
  const url = new URL(servedName(file, source.suffix), absoluteUrl(source.baseUrl));
  return verifyContent(await downloadBytes(url, file, options), file, digest);
}
