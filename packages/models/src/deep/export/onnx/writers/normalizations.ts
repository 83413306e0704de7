import { ones, type Tensor, zeros } from '@tensorflow/tfjs-core';
import type { BatchNormalizationOptions } from '../../../layers/batch-normalization.ts';
import { LENGTH_EPSILON } from '../../../layers/l2-normalization.ts';
import type { LocalResponseNormalizationOptions } from '../../../layers/local-response-normalization.ts';
import type { LayerWriter } from '../../write-network.ts';
import { channelAxis } from '../layout.ts';
import type { OnnxGraphAt } from '../onnx-graph.ts';
import { writeFusedActivation } from './activations.ts';
import { writeLengths } from './vectors.ts';

export const writeBatchNormalization: LayerWriter<OnnxGraphAt, BatchNormalizationOptions> = (
  x,
  layer,
  graph,
) => {
  const { scale, offset, epsilon, activation } = layer.options;
  const mean = layer.parameter('movingMean');
  const parameters: readonly (readonly [name: string, values: Tensor])[] = [
    ['scale', scale ? layer.parameter('scale') : ones(mean.shape)],
    ['offset', offset ? layer.parameter('offset') : zeros(mean.shape)],
    ['movingMean', mean],
    ['movingVariance', layer.parameter('movingVariance')],
  ];
  const constants = parameters.map(([name, values]) => graph.floats(name, values));
  const normalize = (given: string): string =>
    graph.node('BatchNormalization', [given, ...constants], { epsilon: { float: epsilon } });
  const normal = atAxis1(graph, x, channelAxis(layer.inputShape), normalize);
  return writeFusedActivation(graph, normal, activation);
};

export const writeLocalResponseNormalization: LayerWriter<OnnxGraphAt, LocalResponseNormalizationOptions> = (
  x,
  layer,
  graph,
) => {
  const { radius, bias, alpha, beta } = layer.options;
  const size = 2 * radius + 1;
  // ONNX takes the mean of squares where we take their sum.
  const floats = { alpha: { float: alpha * size }, beta: { float: beta }, bias: { float: bias } };
  return graph.node('LRN', [x], { size, ...floats });
};

export const writeL2Normalization: LayerWriter<OnnxGraphAt> = (x, _layer, graph) =>
  graph.node('Div', [x, writeLengths(graph, x, { epsilon: LENGTH_EPSILON, keepAxis: true })]);

/** Applies what works along axis 1 along another one, of three. */
function atAxis1(graph: OnnxGraphAt, x: string, axis: number, apply: (x: string) => string): string {
  if (axis === 1) return apply(x);
  const turn = (given: string): string => graph.node('Transpose', [given], { perm: [0, 2, 1] });
  return turn(apply(turn(x)));
}
