import { DatasetFetchError, fetchDataset } from '@fashion-mnist/dataset-fetch';

/** Whether a published dataset can be had here; a test without it is skipped. Fetches it if need be. */
export async function isReachable(name: string): Promise<boolean> {
  try {
    await fetchDataset(name);
    return true;
  } catch (error) {
    if (error instanceof DatasetFetchError && ['E_NO_SOURCE', 'E_OFFLINE'].includes(error.code)) return false;
    throw error;
  }
}
