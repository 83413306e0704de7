import baselines from '../../grids/baselines.json' with { type: 'json' };
import type { Grid } from './grid.ts';
import { parseGrid } from './parse-grid.ts';

/**
 * The original's 143 combinations in 14 families. Its defaults are those of scikit-learn 0.19, of August 2017, where they
 * differ from today's: with them 131 combinations are valid, and two of these are beyond any memory.
 *
 * @see benchmark/baselines.json of zalandoresearch/fashion-mnist
 */
export const baselinesGrid: Grid = parseGrid(JSON.stringify(baselines), { file: 'baselines.json' });
