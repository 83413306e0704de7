import type { DropoutOptions } from '../../../layers/dropout.ts';
import type { LayerWriter } from '../../write-network.ts';
import type { LayersGraphAt } from '../layers-graph.ts';

/** It does nothing when predicting, but the model may be trained on. */
export const writeDropout: LayerWriter<LayersGraphAt, DropoutOptions> = (x, { options }, graph) =>
  graph.layer('Dropout', [x], { rate: options.rate });
