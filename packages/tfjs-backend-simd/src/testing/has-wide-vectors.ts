import { createSimdBackend } from '../index.ts';

/** Whether this engine computes with vectors of 256 bits when it is asked to. */
export async function hasWideVectors(): Promise<boolean> {
  try {
    const backend = await createSimdBackend({ threads: 1, wideVectors: true });
    backend.dispose();
    return true;
  } catch {
    return false;
  }
}
