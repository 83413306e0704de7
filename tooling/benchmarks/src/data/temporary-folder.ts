import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cleanup } from '../runner/benchmark.ts';

/** A new folder that is removed at the end of the benchmark. */
export async function temporaryFolder(cleanup: Cleanup): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fashion-mnist-benchmark-'));
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
