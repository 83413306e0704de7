import type { GruOptions } from '../../../layers/gru.ts';
import type { LayerWriter } from '../../write-network.ts';
import type { LayersGraphAt } from '../layers-graph.ts';
import { ZEROS } from '../zero-initializer.ts';

/** The order of gates and the sense of the update gate are ours. */
export const writeGru: LayerWriter<LayersGraphAt, GruOptions> = (x, layer, graph) => {
  const { units, reset } = layer.options;
  if (reset === 'after') throw layer.refusal("its GRU is that of reset: 'before'");
  const [steps, features] = layer.inputShape;
  const isImage = layer.inputShape.length === 3;
  const rows = isImage ? graph.layer('Reshape', [x], { target_shape: [steps!, features!] }) : x;
  const config = {
    units,
    activation: 'tanh',
    recurrent_activation: 'sigmoid',
    use_bias: true,
    reset_after: false,
    kernel_initializer: ZEROS,
    recurrent_initializer: ZEROS,
  };
  return graph.layer('GRU', [rows], config, {
    kernel: layer.parameter('kernel'),
    recurrent_kernel: layer.parameter('recurrentKernel'),
    bias: layer.parameter('bias'),
  });
};
