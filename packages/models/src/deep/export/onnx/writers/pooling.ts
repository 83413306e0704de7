import type { PoolingOptions } from '../../../layers/pooling.ts';
import type { LayerWriter, WrittenLayer } from '../../write-network.ts';
import type { OnnxAttributes, OnnxGraphAt } from '../onnx-graph.ts';
import { windowAttributes } from '../sliding-window.ts';

export const writeMaxPooling: LayerWriter<OnnxGraphAt, PoolingOptions> = (x, layer, graph) =>
  graph.node('MaxPool', [x], attributesOf(layer));

export const writeAveragePooling: LayerWriter<OnnxGraphAt, PoolingOptions> = (x, layer, graph) =>
  graph.node('AveragePool', [x], { ...attributesOf(layer), count_include_pad: 0 });

export const writeGlobalAveragePooling: LayerWriter<OnnxGraphAt> = (x, _layer, graph) =>
  graph.node('Flatten', [graph.node('GlobalAveragePool', [x])]);

function attributesOf({ options, inputShape }: WrittenLayer<PoolingOptions>): OnnxAttributes {
  const { size, stride, padding } = options;
  return windowAttributes({ size, stride: stride ?? size, padding }, inputShape);
}
