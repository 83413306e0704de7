import { fetchDataset } from '@fashion-mnist/dataset-fetch';
import type { TestOptions } from './fetch-place.ts';
import type { ChildTask } from './run-child.ts';
import { tinyDataset } from './tiny-dataset.ts';

/** Fetches the tiny dataset in a process of its own and prints where the files came from. */
const { cacheDir, baseUrl, timeouts }: ChildTask = JSON.parse(process.argv[2] ?? '{}');
const options: TestOptions = { cacheDir, offline: false, retries: 0, ...(timeouts && { timeouts }) };
const { files } = await fetchDataset(tinyDataset().from({ kind: 'https', baseUrl }), options);
process.stdout.write(JSON.stringify(files.map(({ origin }) => origin)));
