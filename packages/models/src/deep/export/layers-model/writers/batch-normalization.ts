import type { BatchNormalizationOptions } from '../../../layers/batch-normalization.ts';
import type { LayerWriter } from '../../write-network.ts';
import type { LayersGraphAt } from '../layers-graph.ts';

export const writeBatchNormalization: LayerWriter<LayersGraphAt, BatchNormalizationOptions> = (
  x,
  layer,
  graph,
) => {
  const { momentum, epsilon, scale, offset, activation } = layer.options;
  const config = { axis: -1, momentum, epsilon, scale, center: offset };
  const normal = graph.layer('BatchNormalization', [x], config, {
    ...(scale && { gamma: layer.parameter('scale') }),
    ...(offset && { beta: layer.parameter('offset') }),
    moving_mean: layer.parameter('movingMean'),
    moving_variance: layer.parameter('movingVariance'),
  });
  return activation === 'linear' ? normal : graph.layer('Activation', [normal], { activation });
};
