import { heightAndWidth } from '../../../layers/layer-options.ts';
import type { ZeroPaddingOptions } from '../../../layers/zero-padding.ts';
import type { LayerWriter } from '../../write-network.ts';
import type { LayersGraphAt } from '../layers-graph.ts';

export const writeFlatten: LayerWriter<LayersGraphAt> = (x, { inputShape }, graph) =>
  inputShape.length === 1 ? x : graph.layer('Flatten', [x]);

export const writeReshape: LayerWriter<LayersGraphAt> = (x, { outputShape }, graph) =>
  graph.layer('Reshape', [x], { target_shape: outputShape });

export const writeZeroPadding: LayerWriter<LayersGraphAt, ZeroPaddingOptions> = (x, { options }, graph) => {
  const padding = heightAndWidth(options.pixels).map((pixels) => [pixels, pixels]);
  return graph.layer('ZeroPadding2D', [x], { padding, data_format: 'channels_last' });
};
