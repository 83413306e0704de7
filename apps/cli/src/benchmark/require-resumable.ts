import { stat } from 'node:fs/promises';
import { systemCode } from '../system-code.ts';
import { UsageError } from '../usage-error.ts';

/** Fails where results stand already, unless they are meant to be gone on with. */
export async function requireResumable(path: string, resume: boolean): Promise<void> {
  try {
    if (!(await stat(path)).isFile()) throw new UsageError(`${path} is not a file: name another one`);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  if (!resume) throw new UsageError(`${path} exists: pass --resume to go on with it, or name another --out`);
}
