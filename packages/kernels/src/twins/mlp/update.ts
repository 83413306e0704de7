import type { Heap } from '../../compute/heap.ts';
import { filled, type ParameterItem, panelIndex, parameterRows } from './layers.ts';

const { fround } = Math;

/** Of a batch, what the sums over its rows take. */
export interface BatchRows {
  readonly rowCount: number;
  readonly rowStride: number;
  /** What the inputs of the first layer count less than they are, as an index of float32; 0 for nothing. */
  readonly centre: number;
}

/** Calls `use` with the sum over the rows of every parameter of an item, and where that parameter is among all. */
export function forEachSum(
  { f32 }: Heap,
  { layer, rows, isBias, isFirst }: ParameterItem,
  { rowCount, rowStride, centre }: BatchRows,
  use: (sum: number, index: number) => void,
): void {
  for (let output = 0; output < filled(layer.outputCount); output++) {
    for (const input of rows) {
      let [sum, deltas] = [0, 0];
      for (let row = 0; row < Math.ceil(rowCount / 4) * 4; row++) {
        const delta = f32[layer.deltas + panelIndex(row, output, rowStride)]!;
        const value = isBias ? 1 : f32[layer.inputs + panelIndex(row, input, rowStride)]!;
        sum = fround(sum + fround(value * delta));
        deltas = fround(deltas + delta);
      }
      if (isFirst && !isBias && centre > 0) sum = fround(sum - fround(f32[centre + input]! * deltas));
      use(sum, layer.parameters + panelIndex(input, output, parameterRows(layer)));
    }
  }
}

/** One step of Adam. */
export interface AdamStep {
  readonly parameters: number;
  readonly first: number;
  readonly second: number;
  readonly rate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

export function adamMove(f32: Float32Array, gradient: number, at: number, step: AdamStep): void {
  const [beta1, beta2] = [fround(step.beta1), fround(step.beta2)];
  const m = fround(fround(beta1 * f32[step.first + at]!) + fround(fround(1 - beta1) * gradient));
  const square = fround(gradient * gradient);
  const v = fround(fround(beta2 * f32[step.second + at]!) + fround(fround(1 - beta2) * square));
  f32[step.first + at] = m;
  f32[step.second + at] = v;
  const scale = fround(fround(Math.sqrt(v)) + fround(step.epsilon));
  f32[step.parameters + at]! -= fround(fround(fround(step.rate) * m) / scale);
}

/** One step of gradient descent with momentum. */
export interface SgdStep {
  readonly parameters: number;
  readonly velocities: number;
  readonly rate: number;
  readonly momentum: number;
  readonly isNesterov: number;
}

export function sgdMove(f32: Float32Array, gradient: number, at: number, step: SgdStep): void {
  const momentum = fround(step.momentum);
  const push = fround(fround(step.rate) * gradient);
  const velocity = fround(fround(momentum * f32[step.velocities + at]!) - push);
  f32[step.velocities + at] = velocity;
  f32[step.parameters + at]! += step.isNesterov ? fround(fround(momentum * velocity) - push) : velocity;
}
