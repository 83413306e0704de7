import { loadDataset } from '@fashion-mnist/dataset-fetch';
import type { LoadSplits } from './child-messages.ts';

/** The function that loads datasets: of a module, by its address, or of dataset-fetch. */
export async function findLoader(loader: string | undefined): Promise<LoadSplits> {
  if (loader === undefined) return (name, { cacheDir, signal }) => loadDataset(name, { cacheDir, signal });
  const { loadSplits } = (await import(loader)) as { readonly loadSplits: LoadSplits };
  return loadSplits;
}
