import { readFile } from 'node:fs/promises';
import { baselinesGrid, type ExpandedGrid, expandGrid, parseGrid } from '@fashion-mnist/benchmark';
import type { CommandContext } from '../context.ts';
import { BASELINES } from './report-choices.ts';

/**
 * The original's grid, or the one of a file in its shape.
 *
 * @throws {BenchmarkError} `E_GRID` - the file holds no grid.
 */
export async function gridNamed(name: string, { signal }: CommandContext): Promise<ExpandedGrid> {
  if (name === BASELINES) return expandGrid(baselinesGrid);
  return expandGrid(parseGrid(await readFile(name, { encoding: 'utf8', signal }), { file: name }));
}
