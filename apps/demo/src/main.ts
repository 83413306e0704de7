import { explore } from './explore.ts';
import { loadDataset } from './load-data.ts';
import { showFailure } from './notice.ts';

async function start(): Promise<void> {
  try {
    explore(await loadDataset());
  } catch (error) {
    showFailure(error);
  }
}

void start();
