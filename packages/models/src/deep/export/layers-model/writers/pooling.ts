import { heightAndWidth } from '../../../layers/layer-options.ts';
import type { PoolingOptions } from '../../../layers/pooling.ts';
import type { LayerWriter, WrittenLayer } from '../../write-network.ts';
import type { KerasConfig, LayersGraphAt } from '../layers-graph.ts';

export const writeMaxPooling: LayerWriter<LayersGraphAt, PoolingOptions> = (x, layer, graph) =>
  graph.layer('MaxPooling2D', [x], configOf(layer));

export const writeAveragePooling: LayerWriter<LayersGraphAt, PoolingOptions> = (x, layer, graph) =>
  graph.layer('AveragePooling2D', [x], configOf(layer));

export const writeGlobalAveragePooling: LayerWriter<LayersGraphAt> = (x, _layer, graph) =>
  graph.layer('GlobalAveragePooling2D', [x], { data_format: 'channels_last' });

function configOf({ options }: WrittenLayer<PoolingOptions>): KerasConfig {
  const { size, stride, padding } = options;
  return {
    pool_size: heightAndWidth(size),
    strides: heightAndWidth(stride ?? size),
    padding,
    data_format: 'channels_last',
  };
}
