import { rename } from 'node:fs/promises';

export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** Renames one after the other; when one fails, those before it are undone. */
export async function renameAll(renames: readonly Rename[]): Promise<void> {
  const done: Rename[] = [];
  try {
    for (const step of renames) {
      await rename(step.from, step.to);
      done.unshift(step);
    }
  } catch (error) {
    for (const { from, to } of done) await rename(to, from);
    throw error;
  }
}
