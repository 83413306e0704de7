import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatResults } from './format-results.ts';
import type { SavedResult } from './saved-result.ts';

/**
 * Keeps results as `<name>.json` in a folder, in place of older ones of the same benchmarks, and writes the README.md
 * of the folder anew.
 *
 * @param order - Names of benchmarks, as the page lists them; files of other names are left out of it.
 */
export async function saveResults(
  folder: string,
  results: readonly SavedResult[],
  order: readonly string[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const result of results) {
    await writeFile(join(folder, `${result.report.name}.json`), `${JSON.stringify(result, sixDigits, 2)}\n`);
  }
  const present = new Set(await readdir(folder));
  const saved: SavedResult[] = [];
  for (const name of order.filter((each) => present.has(`${each}.json`))) {
    saved.push(JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as SavedResult);
  }
  await writeFile(join(folder, 'README.md'), formatResults(saved));
}

/** More digits of a measurement say nothing. */
function sixDigits(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
}
