import { reshape } from '@tensorflow/tfjs-core';
import type { ConvolutionOptions } from '../../../layers/convolution.ts';
import type { DenseOptions } from '../../../layers/dense.ts';
import type { DepthwiseConvolutionOptions } from '../../../layers/depthwise-convolution.ts';
import { heightAndWidth } from '../../../layers/layer-options.ts';
import type { LayerWriter } from '../../write-network.ts';
import { filtersFirst } from '../filters-first.ts';
import type { OnnxGraphAt } from '../onnx-graph.ts';
import { windowAttributes } from '../sliding-window.ts';
import { writeFusedActivation } from './activations.ts';

export const writeDense: LayerWriter<OnnxGraphAt, DenseOptions> = (x, layer, graph) => {
  const kernel = graph.floats('kernel', layer.parameter('kernel'));
  const bias = layer.options.bias ? [graph.floats('bias', layer.parameter('bias'))] : [];
  return writeFusedActivation(graph, graph.node('Gemm', [x, kernel, ...bias]), layer.options.activation);
};

export const writeConvolution: LayerWriter<OnnxGraphAt, ConvolutionOptions> = (x, layer, graph) => {
  const { dilation, groups, bias, activation } = layer.options;
  const kernel = graph.floats('kernel', filtersFirst(layer.parameter('kernel')));
  const biases = bias ? [graph.floats('bias', layer.parameter('bias'))] : [];
  const sums = graph.node('Conv', [x, kernel, ...biases], {
    ...windowAttributes(layer.options, layer.inputShape),
    dilations: heightAndWidth(dilation),
    group: groups,
  });
  return writeFusedActivation(graph, sums, activation);
};

export const writeDepthwiseConvolution: LayerWriter<OnnxGraphAt, DepthwiseConvolutionOptions> = (
  x,
  layer,
  graph,
) => {
  const { bias, activation } = layer.options;
  const kernel = layer.parameter('kernel');
  const [height, width, channels, multiplier] = kernel.shape as [number, number, number, number];
  const filters = filtersFirst(reshape(kernel, [height, width, 1, channels * multiplier]));
  const biases = bias ? [graph.floats('bias', layer.parameter('bias'))] : [];
  const sums = graph.node('Conv', [x, graph.floats('kernel', filters), ...biases], {
    ...windowAttributes(layer.options, layer.inputShape),
    group: channels,
  });
  return writeFusedActivation(graph, sums, activation);
};
