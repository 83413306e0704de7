import { execFile } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { runPython } from '../peers/run-python.ts';
import { THREADS } from '../threads.ts';

const COMMAND = fileURLToPath(new URL('../../../../apps/cli/src/main.ts', import.meta.url));
const MOGRIFY = 'mogrify';

/** The seven steps of the paper as options of ImageMagick: the reference command of the project. */
const STEPS =
  '-fuzz 5% -trim +repage -sample 28x28 -adaptive-sharpen 1x1 -gravity center -background #fff -extent 28x28 -negate -colorspace Gray -depth 8';

/** A program that converts the photos of a folder into a new one; resolves with its peak memory in bytes. */
export type PhotoProgram = (photos: string, out: string) => Promise<number>;

/** The command `fashion-mnist convert`, from source. */
export const runOurs: PhotoProgram = async (photos, out) => {
  await rm(out, { recursive: true, force: true });
  const command = [process.execPath, ...process.execArgv, COMMAND, 'convert', photos, '--out', out];
  return peakOf([...command, '--threads', String(THREADS), '--quiet']);
};

/** ImageMagick in one process, which has threads of its own for each picture. */
export const runImageMagick: PhotoProgram = async (photos, out) => {
  await rm(out, { recursive: true, force: true });
  await mkdir(out);
  const files = (await readdir(photos)).map((name) => join(photos, name));
  return peakOf([MOGRIFY, '-path', out, '-format', 'png', ...STEPS.split(' '), ...files]);
};

/** ImageMagick's version, or why it cannot be used here. */
export async function findImageMagick(): Promise<{ readonly version: string } | { readonly reason: string }> {
  try {
    const { stdout } = await promisify(execFile)(MOGRIFY, ['-version']);
    const [, version = ''] = /ImageMagick (\S+)/.exec(stdout) ?? [];
    return { version };
  } catch {
    return { reason: 'not installed; on Debian: apt-get install imagemagick' };
  }
}

async function peakOf(command: readonly string[]): Promise<number> {
  return Number(await runPython('program_peak.py', command));
}
