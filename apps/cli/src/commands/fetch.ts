import { type DatasetSource, type FetchedFile, fetchDataset } from '@fashion-mnist/dataset-fetch';
import type { CommandContext, CommonOptions } from '../context.ts';
import { resolveDataset } from '../datasets/resolve-dataset.ts';

export interface FetchCommandOptions extends CommonOptions {
  readonly from?: string;
  readonly cacheDir?: string;
  readonly offline?: boolean;
  readonly verify?: boolean;
}

export async function fetchCommand(
  argument: string,
  options: FetchCommandOptions,
  context: CommandContext,
): Promise<void> {
  const definition = await resolveDataset(argument);
  const fetched = await fetchDataset(definition, {
    cacheDir: options.cacheDir,
    offline: options.offline,
    sources: options.from === undefined ? undefined : [sourceOf(options.from)],
    verify: options.verify === true ? 'hash' : 'stamp',
    signal: context.signal,
    onProgress: context.progress.listen(definition.name),
  });
  const lines = fetched.files.map(({ path, origin, wrapping }) =>
    wrapping === undefined ? `${path}  (${origin})` : `${path}  (${origin}, gzipped by ${wrapping})`,
  );
  context.print([...lines, describeTrust(fetched.files)], fetched);
}

function sourceOf(place: string): DatasetSource {
  if (!/^https?:\/\//i.test(place)) return { kind: 'folder', path: place };
  return { kind: 'https', baseUrl: place.endsWith('/') ? place : `${place}/`, allowHttp: true };
}

function describeTrust(files: readonly FetchedFile[]): string {
  return files.every(({ sha256 }) => sha256 !== undefined)
    ? 'All files are verified by the SHA-256 of their decompressed bytes.'
    : 'All files are verified by the digests that their publisher gives for the files as published.';
}
