import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The commit of our sources; null where they are not a checkout, or where one of them has been changed. */
export async function sourceCommit(): Promise<string | null> {
  const cwd = fileURLToPath(new URL('.', import.meta.url));
  const git = async (...args: readonly string[]) => (await run('git', args, { cwd })).stdout.trim();
  try {
    // An installed package may lie in a checkout of something else.
    await git('ls-files', '--error-unmatch', fileURLToPath(import.meta.url));
    const changes = await git('status', '--porcelain', '--untracked-files=no');
    return changes === '' ? await git('rev-parse', 'HEAD') : null;
  } catch {
    return null;
  }
}
