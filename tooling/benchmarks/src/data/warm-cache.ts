import { dirname } from 'node:path';
import { fetchDataset } from '@fashion-mnist/dataset-fetch';
import type { Cleanup } from '../runner/benchmark.ts';
import { unpackedFiles } from './fashion-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A cache folder that has just been filled by the toolkit, whatever the user's own one has been through. */
export async function warmCache(cleanup: Cleanup): Promise<string> {
  const cacheDir = await temporaryFolder(cleanup);
  const { trainImages } = await unpackedFiles();
  const sources = [{ kind: 'folder', path: dirname(trainImages) }] as const;
  await fetchDataset('fashion-mnist', { cacheDir, sources });
  return cacheDir;
}
