import type { DenseOptions } from '../../../layers/dense.ts';
import type { LayerWriter } from '../../write-network.ts';
import type { LayersGraphAt } from '../layers-graph.ts';
import { ZEROS } from '../zero-initializer.ts';

export const writeDense: LayerWriter<LayersGraphAt, DenseOptions> = (x, layer, graph) => {
  const { units, bias, activation } = layer.options;
  const config = { units, use_bias: bias, activation, kernel_initializer: ZEROS };
  const weights = {
    kernel: layer.parameter('kernel'),
    ...(bias && { bias: layer.parameter('bias') }),
  };
  return graph.layer('Dense', [x], config, weights);
};
