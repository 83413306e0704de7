import { heightAndWidth } from '../../../layers/layer-options.ts';
import type { ZeroPaddingOptions } from '../../../layers/zero-padding.ts';
import type { LayerWriter } from '../../write-network.ts';
import { reshaped } from '../layout.ts';
import type { OnnxGraphAt } from '../onnx-graph.ts';

/** Of `reshape` and `flatten`. */
export const writeReshape: LayerWriter<OnnxGraphAt> = (x, { inputShape, outputShape }, graph) =>
  reshaped(graph, x, inputShape, outputShape);

export const writeZeroPadding: LayerWriter<OnnxGraphAt, ZeroPaddingOptions> = (x, { options }, graph) => {
  const [above, left] = heightAndWidth(options.pixels);
  return graph.node('Pad', [x, graph.integers('margins', [0, 0, above, left, 0, 0, above, left])]);
};
