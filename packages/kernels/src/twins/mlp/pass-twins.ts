import type { Heap } from '../../compute/heap.ts';
import type { MlpKernels } from '../../kernels-of/mlp.ts';
import { filled, type Layer, layersAt, panelIndex, parameterRows } from './layers.ts';
import { logisticLoss, softmaxLoss } from './output.ts';
import { type Batch, backwardRow, forwardRow } from './propagate.ts';

const { fround } = Math;

export function passTwins(
  heap: Heap,
): Pick<MlpKernels, 'mlpCentreBiases' | 'mlpForwardBytes' | 'mlpForwardFloats' | 'mlpBackward'> {
  return {
    mlpCentreBiases(network, parameters, centre, biases, begin, end) {
      const { f32 } = heap;
      const [layer] = layersAt(heap, network, 1);
      const rows = parameterRows(layer!);
      const weightAt = (row: number, output: number) =>
        f32[parameters / 4 + layer!.parameters + panelIndex(row, output, rows)]!;
      for (let output = 8 * begin; output < 8 * end; output++) {
        let sum = weightAt(rows - 1, output);
        for (let input = 0; input < layer!.inputCount; input++)
          sum = fround(sum - fround(f32[centre / 4 + input]! * weightAt(input, output)));
        f32[biases / 4 + output] = sum;
      }
    },
    mlpForwardBytes(
      network,
      layerCount,
      activation,
      parameters,
      samples,
      inverseScale,
      biases,
      order,
      rowCount,
      rowStride,
      begin,
      end,
    ) {
      const { u8, f32 } = heap;
      const layers = layersAt(heap, network, layerCount);
      const batch = { activation, rowStride, parameters: parameters / 4 };
      const { inputCount, outputCount } = layers[0]!;
      const firstBiases = f32.subarray(biases / 4, biases / 4 + filled(outputCount));
      const valueOf = (sample: number, feature: number) =>
        u8[samples + sample * inputCount + feature]! * f32[inverseScale / 4 + feature]!;
      forward(heap, layers, batch, order, rowCount, begin, end, valueOf, firstBiases);
    },
    mlpForwardFloats(
      network,
      layerCount,
      activation,
      parameters,
      samples,
      order,
      rowCount,
      rowStride,
      begin,
      end,
    ) {
      const { f32 } = heap;
      const layers = layersAt(heap, network, layerCount);
      const batch = { activation, rowStride, parameters: parameters / 4 };
      const { inputCount } = layers[0]!;
      const valueOf = (sample: number, feature: number) => f32[samples / 4 + sample * inputCount + feature]!;
      forward(heap, layers, batch, order, rowCount, begin, end, valueOf);
    },
    mlpBackward(
      network,
      layerCount,
      activation,
      parameters,
      codes,
      order,
      rowCount,
      rowStride,
      losses,
      begin,
      end,
    ) {
      const { i32, f32 } = heap;
      const layers = layersAt(heap, network, layerCount);
      const { deltas, outputCount } = layers.at(-1)!;
      for (let row = 4 * begin; row < 4 * end; row++) {
        const places = Array.from(
          { length: filled(outputCount) },
          (_, c) => deltas + panelIndex(row, c, rowStride),
        );
        const scores = places.slice(0, outputCount).map((place) => f32[place]!);
        for (const place of places) f32[place] = 0;
        if (row < rowCount) {
          const code = i32[codes / 4 + i32[order / 4 + row]!]!;
          const result = outputCount === 1 ? logisticLoss(scores[0]!, code) : softmaxLoss(scores, code);
          result.deltas.forEach((delta, c) => {
            f32[places[c]!] = delta;
          });
          f32[losses / 4 + row] = result.loss;
        }
        backwardRow(f32, layers, row, { activation, rowStride, parameters: parameters / 4 });
      }
    },
  };
}

function forward(
  { i32, f32 }: Heap,
  layers: readonly Layer[],
  batch: Batch,
  order: number,
  rowCount: number,
  begin: number,
  end: number,
  valueOf: (sample: number, feature: number) => number,
  firstBiases?: Float32Array,
): void {
  const { inputs, inputCount } = layers[0]!;
  for (let row = 4 * begin; row < 4 * end; row++) {
    for (let feature = 0; feature < filled(inputCount); feature++) {
      const isThere = row < rowCount && feature < inputCount;
      const value = isThere ? valueOf(i32[order / 4 + row]!, feature) : 0;
      f32[inputs + panelIndex(row, feature, batch.rowStride)] = value;
    }
    forwardRow(f32, layers, row, batch, firstBiases);
  }
}
