import type { ActivationOptions } from '../../../layers/activation.ts';
import type { LayerWriter } from '../../write-network.ts';
import type { LayersGraphAt } from '../layers-graph.ts';

/** Our functions have Keras' names. */
export const writeActivation: LayerWriter<LayersGraphAt, ActivationOptions> = (x, { options }, graph) =>
  graph.layer('Activation', [x], { activation: options.function });
