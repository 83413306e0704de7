import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const EXAMPLES: string = fileURLToPath(new URL('../examples', import.meta.url));

export const QUICK: readonly string[] = ['load-in-node', 'own-photos'];
/** Those that learn or look for more than a moment. */
export const SLOW: readonly string[] = [
  'doubtful-labels',
  'find-duplicates',
  'make-a-map',
  'readme',
  'train-classifier',
  'train-network',
];
/** The compiler checks them. */
export const IN_PAGES: readonly string[] = ['load-in-page'];

const FROM_SOURCE = ['--conditions=@fashion-mnist/source', '--disable-warning=ExperimentalWarning'];

export async function outputOf(name: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...FROM_SOURCE, `${name}.ts`], {
    cwd: EXAMPLES,
  });
  return stdout;
}

/** What the page says that it prints. */
export function expectedOutput(name: string): string {
  return readFileSync(`${EXAMPLES}/${name}.txt`, 'utf8');
}
