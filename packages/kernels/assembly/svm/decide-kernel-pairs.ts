import { scratch } from '../scratch';
import { multiplyQuads, setKernelFunction, TILE_BYTES, toKernelValues } from './kernel-function';

const GROUP_ROWS = 16;
const BLOCK_PANELS = 32;
const BLOCK_VECTORS = 256;
/** So few kernel values are added in float32; their sums are added in float64. */
const RUN = 64;

/** Items are groups of 16 rows. */
export function decideKernelPairs(
  quads: usize, quadOffsets: usize, rowCount: i32, panels: usize, panelOffsets: usize, units: i32,
  areFloats: i32, kind: i32, factor: f64, degree: i32,
  starts: usize, classCount: i32, coefficients: usize, width: i32, intercepts: usize, decisions: usize,
  begin: i32, end: i32,
): void {
  setKernelFunction(areFloats, kind, factor, degree);
  const pairCount = (classCount * (classCount - 1)) >> 1;
  const vectorCount = load<i32>(starts + ((<usize>classCount) << 2));
  const values = scratch + TILE_BYTES;
  for (let group = begin; group < end; group++) {
    const firstRow = group * GROUP_ROWS;
    const height = min(GROUP_ROWS, rowCount - firstRow);
    const groupQuads = quads + (((<usize>firstRow) * <usize>units) << 2);
    const groupDecisions = decisions + (((<usize>firstRow) * <usize>pairCount) << 3);
    for (let row = 0; row < height; row++)
      memory.copy(groupDecisions + (((<usize>row) * <usize>pairCount) << 3), intercepts, (<usize>pairCount) << 3);
    for (let vector = 0; vector < vectorCount; vector += BLOCK_VECTORS) {
      const panelCount = min(BLOCK_PANELS, (vectorCount - vector + 7) >> 3);
      const blockPanels = panels + (((<usize>vector) * <usize>units) << 2);
      multiplyQuads(groupQuads, (height + 3) >> 2, blockPanels, panelCount, units, values, BLOCK_VECTORS * 4);
      for (let row = 0; row < height; row++) {
        const own = quadOffsets + ((<usize>(firstRow + row)) << 2);
        const at = values + (<usize>row) * BLOCK_VECTORS * 4;
        toKernelValues(at, own, panelOffsets + ((<usize>vector) << 2), panelCount << 3);
      }
      addBlock(values, height, vector, starts, classCount, coefficients, width, groupDecisions, pairCount);
    }
  }
}

/** Adds what a block of vectors says to the decisions, in runs of vectors of one class. */
function addBlock(
  values: usize, height: i32, firstVector: i32, starts: usize, classCount: i32, coefficients: usize, width: i32,
  decisions: usize, pairCount: i32,
): void {
  for (let label = 0; label < classCount; label++) {
    const at = starts + ((<usize>label) << 2);
    const last = min(load<i32>(at, 4), firstVector + BLOCK_VECTORS);
    for (let vector = max(load<i32>(at), firstVector); vector < last; vector += RUN) {
      const length = min(RUN, last - vector);
      const runCoefficients = coefficients + (((<usize>vector) * <usize>width) << 2);
      for (let column = 0; column < classCount - 1; column += 4) {
        for (let row = 0; row < height; row++) {
          const from = values + (((<usize>row) * BLOCK_VECTORS + <usize>(vector - firstVector)) << 2);
          const sums = weighRun(from, length, runCoefficients + ((<usize>column) << 2), width);
          addSums(sums, label, column, classCount, decisions + (((<usize>row) * <usize>pairCount) << 3));
        }
      }
    }
  }
}

function weighRun(values: usize, length: i32, coefficients: usize, width: i32): v128 {
  let even = f32x4.splat(0), odd = even;
  const step = (<usize>width) << 2;
  let i = 0;
  for (; i + 1 < length; i += 2, values += 8, coefficients += 2 * step) {
    even = f32x4.add(even, f32x4.mul(v128.load32_splat(values), v128.load(coefficients)));
    odd = f32x4.add(odd, f32x4.mul(v128.load32_splat(values, 4), v128.load(coefficients + step)));
  }
  if (i < length) even = f32x4.add(even, f32x4.mul(v128.load32_splat(values), v128.load(coefficients)));
  return f32x4.add(even, odd);
}

/** A class has one coefficient for each other class: four sums go to the pairs with four of them. */
function addSums(sums: v128, label: i32, column: i32, classCount: i32, decisions: usize): void {
  addSum(f32x4.extract_lane(sums, 0), label, column, classCount, decisions);
  addSum(f32x4.extract_lane(sums, 1), label, column + 1, classCount, decisions);
  addSum(f32x4.extract_lane(sums, 2), label, column + 2, classCount, decisions);
  addSum(f32x4.extract_lane(sums, 3), label, column + 3, classCount, decisions);
}

function addSum(sum: f32, label: i32, column: i32, classCount: i32, decisions: usize): void {
  if (column >= classCount - 1) return;
  const other = column < label ? column : column + 1;
  const low = min(label, other), high = max(label, other);
  const pair = low * classCount - ((low * (low + 1)) >> 1) + high - low - 1;
  const at = decisions + ((<usize>pair) << 3);
  store<f64>(at, load<f64>(at) + <f64>sum);
}
