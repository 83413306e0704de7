/** The sizes of the workspaces in which pairs are solved. Results depend on them, so they do not depend on threads. */
export interface WorkspacePlan {
  /** Members of the largest pair. */
  readonly largest: number;
  readonly rowCapacity: number;
  readonly rowsAtOnce: number;
  readonly stepsPerTurn: number;
  readonly bytes: number;
  /** How many fit into memory. */
  readonly most: number;
}

/** Bytes that start as zeros. */
export const HEADER_BYTES = 64;

const ROW_BYTES = 2 ** 28;
const ROW_BYTES_OF_ALL = 2 ** 30;
const BYTES_OF_ALL = 2.5 * 2 ** 30;
const MOST_ROWS = 32_000;
/** Free variables that are moved at once. */
const MOST_FREE = 2048;
const ROWS_AT_ONCE = 64;
const LEAST_ROWS_AT_ONCE = 8;
/** Some 50 ms on one thread: how long an abort may have to wait. */
const MULTIPLY_ADDS_PER_TURN = 1.5e9;
const VISITS_PER_TURN = 4e7;

/** @param unitCount - Of a vector: one or two features each. */
export function planWorkspaces(sizes: readonly number[], unitCount: number): WorkspacePlan {
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const stride = 8 * Math.ceil(largest / 8) + 8;
  const affordable = MULTIPLY_ADDS_PER_TURN / (largest * unitCount * 2);
  const rowsAtOnce = 8 * Math.floor(Math.max(LEAST_ROWS_AT_ONCE, Math.min(ROWS_AT_ONCE, affordable)) / 8);
  const rowBytes = Math.max(ROW_BYTES, ROW_BYTES_OF_ALL / sizes.length);
  const affordableRows = Math.max(2 * rowsAtOnce, Math.floor(rowBytes / (4 * stride)));
  const rowCapacity = Math.min(largest, MOST_ROWS, affordableRows);
  const vectorBytes = unitCount * (4 * stride + 5 * rowsAtOnce);
  const variableBytes = 64 * stride + 20 * rowsAtOnce;
  const mostFree = 16 * Math.ceil(Math.min(MOST_FREE, rowCapacity) / 16);
  const freeBytes = 80 + 48 * mostFree + 4 * mostFree ** 2;
  const bytes = HEADER_BYTES + variableBytes + vectorBytes + 4 * stride * rowCapacity + freeBytes;
  return {
    largest,
    rowCapacity,
    rowsAtOnce,
    stepsPerTurn: Math.max(64, Math.floor(VISITS_PER_TURN / largest)),
    bytes: 64 * Math.ceil(bytes / 64),
    most: Math.max(1, Math.floor(BYTES_OF_ALL / bytes)),
  };
}
