import { reshape, split, type Tensor } from '@tensorflow/tfjs-core';
import type { ConvolutionOptions } from '../../../layers/convolution.ts';
import type { DepthwiseConvolutionOptions } from '../../../layers/depthwise-convolution.ts';
import { heightAndWidth } from '../../../layers/layer-options.ts';
import type { LayerWriter, WrittenLayer } from '../../write-network.ts';
import { cropChannels } from '../crop-channels.ts';
import type { KerasConfig, LayersGraphAt } from '../layers-graph.ts';
import { ZEROS } from '../zero-initializer.ts';

export const writeConvolution: LayerWriter<LayersGraphAt, ConvolutionOptions> = (x, layer, graph) => {
  const { filters, groups, dilation, bias } = layer.options;
  const channels = layer.inputShape[2]!;
  const kernel = layer.parameter('kernel');
  const isDilated = heightAndWidth(dilation).some((each) => each > 1);
  if (groups === 1)
    return graph.layer('Conv2D', [x], convolutionConfig(layer, filters), {
      kernel,
      ...(bias && { bias: layer.parameter('bias') }),
    });
  // tfjs' depthwise layer overlooks its dilation.
  if (groups === channels && !isDilated) {
    const byChannel = reshape(kernel, [...heightAndWidth(layer.options.size), channels, filters / channels]);
    return writeByChannel(x, layer, graph, byChannel);
  }
  return writeByGroup(x, layer, graph);
};

export const writeDepthwiseConvolution: LayerWriter<LayersGraphAt, DepthwiseConvolutionOptions> = (
  x,
  layer,
  graph,
) => writeByChannel(x, layer, graph, layer.parameter('kernel'));

type AnyConvolution = WrittenLayer<ConvolutionOptions> | WrittenLayer<DepthwiseConvolutionOptions>;

function writeByChannel(x: string, layer: AnyConvolution, graph: LayersGraphAt, kernel: Tensor): string {
  const config = {
    ...windowConfig(layer),
    depth_multiplier: kernel.shape[3]!,
    depthwise_initializer: ZEROS,
  };
  return graph.layer('DepthwiseConv2D', [x], config, {
    depthwise_kernel: kernel,
    ...(layer.options.bias && { bias: layer.parameter('bias') }),
  });
}

/** tfjs' convolution has no groups: each becomes a convolution of its own. */
function writeByGroup(x: string, layer: WrittenLayer<ConvolutionOptions>, graph: LayersGraphAt): string {
  const { filters, groups, bias } = layer.options;
  const channels = layer.inputShape[2]!;
  const width = channels / groups;
  const kernels = split(layer.parameter('kernel'), groups, 3);
  const biases = bias ? split(layer.parameter('bias'), groups) : [];
  const parts = kernels.map((kernel, group) => {
    const part = cropChannels(graph, x, channels, [group * width, (group + 1) * width]);
    const weights = { kernel, ...(bias && { bias: biases[group]! }) };
    return graph.layer('Conv2D', [part], convolutionConfig(layer, filters / groups), weights);
  });
  return graph.layer('Concatenate', parts, { axis: -1 });
}

function convolutionConfig(layer: WrittenLayer<ConvolutionOptions>, filters: number): KerasConfig {
  return {
    ...windowConfig(layer),
    filters,
    dilation_rate: heightAndWidth(layer.options.dilation),
    kernel_initializer: ZEROS,
  };
}

function windowConfig({ options }: AnyConvolution): KerasConfig {
  const { size, stride, padding, bias, activation } = options;
  return {
    kernel_size: heightAndWidth(size),
    strides: heightAndWidth(stride),
    padding,
    use_bias: bias,
    activation,
    data_format: 'channels_last',
  };
}
