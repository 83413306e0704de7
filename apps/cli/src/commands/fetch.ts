import { type DatasetSource, fetchDataset } from '@fashion-mnist/dataset-fetch';
import type { CommandContext, CommonOptions } from '../context.ts';

export interface FetchCommandOptions extends CommonOptions {
  readonly from?: string;
  readonly cacheDir?: string;
  readonly offline?: boolean;
}

export async function fetchCommand(
  dataset: string,
  options: FetchCommandOptions,
  context: CommandContext,
): Promise<void> {
  const fetched = await fetchDataset(dataset, {
    cacheDir: options.cacheDir,
    offline: options.offline,
    sources: options.from === undefined ? undefined : [sourceOf(options.from)],
    signal: context.signal,
    onProgress: context.progress.listen(dataset),
  });
  const lines = fetched.files.map(({ path, origin }) => `${path}  (${origin})`);
  context.print([...lines, 'All files are verified by the SHA-256 of their decompressed bytes.'], fetched);
}

function sourceOf(place: string): DatasetSource {
  if (!/^https?:\/\//.test(place)) return { kind: 'folder', path: place };
  return { kind: 'https', baseUrl: place.endsWith('/') ? place : `${place}/` };
}
