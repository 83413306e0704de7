import { ModelsError } from '../errors.ts';

/** Values to try for each parameter. */
export type ParameterLists = Readonly<Record<string, readonly unknown[]>>;

/** One value for each parameter. */
export type ParameterPoint<Lists extends ParameterLists = ParameterLists> = {
  readonly [Name in keyof Lists]: Lists[Name][number];
};

/**
 * All combinations of the values of parameters: parameters in the order of their names, the last one changing fastest.
 *
 * @param grid - Or several grids, one after the other. Whether there are such parameters, the estimator says.
 * @throws {ModelsError} `E_OPTION` - a parameter has no value.
 * @see sklearn.model_selection.ParameterGrid
 */
export function parameterGrid<const Lists extends ParameterLists>(
  grid: Lists | readonly Lists[],
): ParameterPoint<Lists>[] {
  const grids = Array.isArray(grid) ? (grid as readonly Lists[]) : [grid as Lists];
  return grids.flatMap((lists) => pointsOf(lists) as ParameterPoint<Lists>[]);
}

function pointsOf(lists: ParameterLists): ParameterPoint[] {
  let points: ParameterPoint[] = [{}];
  for (const name of Object.keys(lists).toSorted()) {
    const values = lists[name]!;
    if (values.length === 0)
      throw new ModelsError('E_OPTION', `${name}: expected at least one value, got none`);
    points = points.flatMap((point) => values.map((value) => ({ ...point, [name]: value })));
  }
  return points;
}
