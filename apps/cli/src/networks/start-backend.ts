import { useBackend } from '@fashion-mnist/models/deep';

/** Computes with tfjs on all cores, or as many as are wanted; warns where it has to be slower. */
export async function startBackend(threads: number | undefined, warn: (line: string) => void): Promise<void> {
  const { note } = await useBackend('auto', { threads, isSilent: true });
  if (note !== null) warn(note);
}
