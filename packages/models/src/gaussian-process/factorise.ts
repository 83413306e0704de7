import { type Command, command } from '@fashion-mnist/kernels';

const BLOCK_COLUMNS = 64;
const ROWS_PER_PIECE = 16;

/** Places of the matrices and vectors of a problem. */
export interface FactorPlaces {
  readonly covariances: number;
  /** One weight for each row. */
  readonly roots: number;
  /** Room for the factor. */
  readonly factor: number;
  /** Room for its diagonal. */
  readonly pivots: number;
}

/** Cholesky's factor of the identity plus covariances weighed by `roots`, block of columns after block. */
export function factorise({ covariances, roots, factor, pivots }: FactorPlaces, size: number): Command[] {
  const commands = [command('gpWeigh', pieces(size), covariances, size, roots, factor)];
  for (let start = 0; start < size; start += BLOCK_COLUMNS) {
    const width = Math.min(BLOCK_COLUMNS, size - start);
    const block = [factor, size, start, width] as const;
    if (start > 0) commands.push(command('gpReduceBlock', pieces(size - start), ...block));
    commands.push(command('gpFactorBlock', { total: width, grain: width }, ...block, pivots, start));
    const below = size - start - width;
    if (below > 0) commands.push(command('gpFactorBlock', pieces(below), ...block, pivots, start + width));
  }
  return commands;
}

export function pieces(rowCount: number): { readonly total: number; readonly grain: number } {
  return { total: rowCount, grain: ROWS_PER_PIECE };
}
