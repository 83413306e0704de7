import { fill } from '@tensorflow/tfjs-core';
import type { CapsulesOptions } from '../../../layers/capsules.ts';
import type { PrimaryCapsulesOptions } from '../../../layers/primary-capsules.ts';
import { imageShape } from '../../../layers/shape.ts';
import { SQUASH_EPSILON } from '../../../layers/squash.ts';
import { windowPositions } from '../../../layers/window.ts';
import type { LayerWriter } from '../../write-network.ts';
import { filtersFirst } from '../filters-first.ts';
import { reshaped } from '../layout.ts';
import type { OnnxGraphAt } from '../onnx-graph.ts';
import { windowAttributes } from '../sliding-window.ts';
import { writeLengths, writeSquash } from './vectors.ts';

export const writePrimaryCapsules: LayerWriter<OnnxGraphAt, PrimaryCapsulesOptions> = (x, layer, graph) => {
  const { count, dimension, size, stride } = layer.options;
  const window = { size, stride, padding: 'valid' } as const;
  const kernel = graph.floats('kernel', filtersFirst(layer.parameter('kernel')));
  const bias = graph.floats('bias', layer.parameter('bias'));
  const sums = graph.node('Conv', [x, kernel, bias], windowAttributes(window, layer.inputShape));
  const image = imageShape('primary-capsules', layer.inputShape);
  const positions = windowPositions('primary-capsules', image, window);
  return writeSquash(graph, reshaped(graph, sums, [...positions, count * dimension], layer.outputShape));
};

/** Rounds of routing are written one after the other; couplings are rows, `[batch, count, 1, capsules]`. */
export const writeCapsules: LayerWriter<OnnxGraphAt, CapsulesOptions> = (x, layer, graph) => {
  const { count, dimension, routings } = layer.options;
  const below = layer.inputShape[0]!;
  const kernel = graph.floats('kernel', layer.parameter('kernel'));
  const sums = graph.node('MatMul', [graph.node('Transpose', [x], { perm: [1, 0, 2] }), kernel]);
  const grid = graph.node('Reshape', [sums, graph.integers('shape', [below, 0, count, dimension])]);
  const predictions = graph.node('Transpose', [grid], { perm: [1, 2, 0, 3] });
  const turned = graph.node('Transpose', [grid], { perm: [1, 2, 3, 0] });
  const weigh = (coupling: string): string =>
    writeSquash(graph, graph.node('MatMul', [coupling, predictions]));

  let capsule = weigh(graph.floats('coupling', fill([1, 1, 1, below], 1 / count)));
  let logits: string | undefined;
  for (let round = 1; round < routings; round++) {
    const agreement = graph.node('MatMul', [capsule, turned]);
    logits = logits === undefined ? agreement : graph.node('Add', [logits, agreement]);
    capsule = weigh(graph.node('Softmax', [logits], { axis: 1 }));
  }
  return graph.node('Reshape', [capsule, graph.integers('shape', [0, count, dimension])]);
};

export const writeCapsuleLengths: LayerWriter<OnnxGraphAt> = (x, _layer, graph) =>
  writeLengths(graph, x, { epsilon: SQUASH_EPSILON, keepAxis: false });
