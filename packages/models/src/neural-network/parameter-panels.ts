import type { NetworkWeights } from './network-weights.ts';

/** The kernels read matrices as panels of eight columns: see `MlpKernels` of the kernels. */
export const PANEL_WIDTH = 8;

export function panelCount(columnCount: number): number {
  return Math.ceil(columnCount / PANEL_WIDTH);
}

/** Where an element lies in panels of `rowCount` rows. */
export function panelIndex(row: number, column: number, rowCount: number): number {
  return ((column >> 3) * rowCount + row) * PANEL_WIDTH + (column & 7);
}

/** How the parameters of a network lie one behind the other. */
export interface ParameterLayout {
  readonly length: number;
  /** Where the parameters of each layer begin. */
  readonly offsets: readonly number[];
  /** Pieces of work for the kernels that change parameters. */
  readonly itemCount: number;
}

export function parameterLayout(sizes: readonly number[]): ParameterLayout {
  const offsets: number[] = [];
  let [length, itemCount] = [0, 0];
  for (let layer = 0; layer + 1 < sizes.length; layer++) {
    offsets.push(length);
    length += panelCount(sizes[layer + 1]!) * parameterRows(sizes[layer]!) * PANEL_WIDTH;
    itemCount += panelCount(sizes[layer]!) + 1;
  }
  return { length, offsets, itemCount };
}

export function packParameters(weights: NetworkWeights, { length, offsets }: ParameterLayout): Float32Array {
  const panels = new Float32Array(length);
  weights.forEach(({ inputCount, outputCount, coef, intercept }, layer) => {
    const rows = parameterRows(inputCount);
    for (let output = 0; output < outputCount; output++) {
      const column = offsets[layer]! + panelIndex(0, output, rows);
      for (let input = 0; input < inputCount; input++)
        panels[column + input * PANEL_WIDTH] = coef[input * outputCount + output]!;
      panels[column + (rows - 1) * PANEL_WIDTH] = intercept[output]!;
    }
  });
  return panels;
}

export function unpackParameters(
  panels: Float32Array,
  { offsets }: ParameterLayout,
  sizes: readonly number[],
): NetworkWeights {
  return sizes.slice(1).map((outputCount, layer) => {
    const inputCount = sizes[layer]!;
    const rows = parameterRows(inputCount);
    const coef = new Float32Array(inputCount * outputCount);
    const intercept = new Float32Array(outputCount);
    for (let output = 0; output < outputCount; output++) {
      const column = offsets[layer]! + panelIndex(0, output, rows);
      for (let input = 0; input < inputCount; input++)
        coef[input * outputCount + output] = panels[column + input * PANEL_WIDTH]!;
      intercept[output] = panels[column + (rows - 1) * PANEL_WIDTH]!;
    }
    return { inputCount, outputCount, coef, intercept };
  });
}

/** Calls `use` with the place of every weight, but of no intercept. */
export function forEachWeight(
  { offsets }: ParameterLayout,
  sizes: readonly number[],
  use: (index: number) => void,
): void {
  offsets.forEach((offset, layer) => {
    const rows = parameterRows(sizes[layer]!);
    for (let panel = 0; panel < panelCount(sizes[layer + 1]!); panel++) {
      const start = offset + panel * rows * PANEL_WIDTH;
      for (let i = 0; i < (rows - 1) * PANEL_WIDTH; i++) use(start + i);
    }
  });
}

/** A row for each input, as many as fill panels, and one of intercepts. */
function parameterRows(inputCount: number): number {
  return panelCount(inputCount) * PANEL_WIDTH + 1;
}
