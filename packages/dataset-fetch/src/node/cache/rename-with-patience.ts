import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 10_000;
const FIRST_PAUSE_MS = 10;
const TRANSIENT = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** On Windows a virus scanner may hold a fresh file for a moment: the rename is tried again for up to 10 s. */
export async function renameWithPatience(
  rename: () => Promise<void>,
  {
    platform = process.platform,
    patienceMs = PATIENCE_MS,
  }: { readonly platform?: string; readonly patienceMs?: number } = {},
): Promise<void> {
  const start = performance.now();
  for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
    try {
      return await rename();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const isTransient = platform === 'win32' && TRANSIENT.has(code);
      if (!isTransient || performance.now() - start + pause > patienceMs) throw error;
      await sleep(pause);
    }
  }
}
