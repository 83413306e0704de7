import { activate, slope } from './activation.ts';
import { filled, type Layer, panelIndex, parameterRows } from './layers.ts';

const { fround } = Math;

/** What is the same for all rows of a batch. */
export interface Batch {
  readonly activation: number;
  readonly rowStride: number;
  /** Where the parameters begin, as an index of float32. */
  readonly parameters: number;
}

/** From the inputs of a row to its scores. @param firstBiases - In place of the first layer's own. */
export function forwardRow(
  f32: Float32Array,
  layers: readonly Layer[],
  row: number,
  batch: Batch,
  firstBiases?: Float32Array,
): void {
  layers.forEach((layer, index) => {
    const isLast = index === layers.length - 1;
    const bias = (output: number) =>
      index === 0 && firstBiases !== undefined ? firstBiases[output]! : biasAt(f32, layer, output, batch);
    for (let output = 0; output < filled(layer.outputCount); output++) {
      const sum = weightedSum(f32, layer, row, output, bias(output), batch);
      const isThere = isLast || output < layer.outputCount;
      const value = isLast ? sum : activate(batch.activation, sum);
      f32[layer.outputs + panelIndex(row, output, batch.rowStride)] = isThere ? value : 0;
    }
  });
}

function weightedSum(
  f32: Float32Array,
  layer: Layer,
  row: number,
  output: number,
  bias: number,
  batch: Batch,
): number {
  const rows = parameterRows(layer);
  const start = batch.parameters + layer.parameters;
  let sum = bias;
  for (let input = 0; input < rows - 1; input++) {
    const value = f32[layer.inputs + panelIndex(row, input, batch.rowStride)]!;
    sum = fround(sum + fround(value * f32[start + panelIndex(input, output, rows)]!));
  }
  return sum;
}

function biasAt(f32: Float32Array, layer: Layer, output: number, { parameters }: Batch): number {
  const rows = parameterRows(layer);
  return f32[parameters + layer.parameters + panelIndex(rows - 1, output, rows)]!;
}

/** From the derivatives of a row at the last layer to those at all others. */
export function backwardRow(f32: Float32Array, layers: readonly Layer[], row: number, batch: Batch): void {
  for (let index = layers.length - 1; index > 0; index--) {
    const layer = layers[index]!;
    for (let input = 0; input < filled(layer.inputCount); input++) {
      const at = panelIndex(row, input, batch.rowStride);
      const bend = slope(batch.activation, f32[layer.inputs + at]!);
      f32[layers[index - 1]!.deltas + at] = fround(blame(f32, layer, row, input, batch) * bend);
    }
  }
}

/** Four partial sums, as the lanes of a vector hold them. */
function blame(f32: Float32Array, layer: Layer, row: number, input: number, batch: Batch): number {
  const rows = parameterRows(layer);
  const sums = new Float32Array(4);
  for (let output = 0; output < filled(layer.outputCount); output++) {
    const delta = f32[layer.deltas + panelIndex(row, output, batch.rowStride)]!;
    const weight = f32[batch.parameters + layer.parameters + panelIndex(input, output, rows)]!;
    sums[output % 4]! += fround(delta * weight);
  }
  return fround(fround(sums[0]! + sums[2]!) + fround(sums[1]! + sums[3]!));
}
