import { concat, expandDims, type Tensor, transpose, zerosLike } from '@tensorflow/tfjs-core';
import type { GruOptions } from '../../../layers/gru.ts';
import type { LayerWriter } from '../../write-network.ts';
import { reshaped } from '../layout.ts';
import type { OnnxGraphAt } from '../onnx-graph.ts';

/** The order of gates and the sense of the update gate are ours. */
export const writeGru: LayerWriter<OnnxGraphAt, GruOptions> = (x, layer, graph) => {
  const { units, reset } = layer.options;
  const isResetAfter = reset === 'after';
  const bias = layer.parameter('bias');
  const recurrentBias = isResetAfter ? layer.parameter('recurrentBias') : zerosLike(bias);
  const steps = reshaped(graph, x, layer.inputShape, layer.inputShape.slice(0, 2));
  const last = graph.node(
    'GRU',
    [
      graph.node('Transpose', [steps], { perm: [1, 0, 2] }),
      graph.floats('kernel', ofOneDirection(transpose(layer.parameter('kernel')))),
      graph.floats('recurrentKernel', ofOneDirection(transpose(layer.parameter('recurrentKernel')))),
      graph.floats('bias', ofOneDirection(concat([bias, recurrentBias]))),
    ],
    { hidden_size: units, linear_before_reset: Number(isResetAfter) },
    1,
  );
  return graph.node('Squeeze', [last, graph.integers('axes', [0])]);
};

function ofOneDirection(values: Tensor): Tensor {
  return expandDims(values, 0);
}
