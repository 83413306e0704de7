import { readFileSync } from 'node:fs';
import { loadDataset } from '@fashion-mnist/dataset-fetch';

const KIB = 1024;

const [, , cacheDir] = process.argv;
const data = cacheDir === undefined ? undefined : await loadDataset('fashion-mnist', { cacheDir });
console.log(JSON.stringify({ peakBytes: peakBytes(), sampleCount: data?.train.labels.length ?? 0 }));

/** On Linux `maxRSS` begins with the memory of the parent, which the high-water mark of the process does not. */
function peakBytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * KIB;
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1]) * KIB;
}
