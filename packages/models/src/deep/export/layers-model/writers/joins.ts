import type { DualPathOptions } from '../../../layers/dual-path.ts';
import { writeBranches } from '../../composites.ts';
import type { LayerWriter } from '../../write-network.ts';
import { cropChannels } from '../crop-channels.ts';
import type { KerasConfig, LayersGraphAt } from '../layers-graph.ts';

export const writeSum: LayerWriter<LayersGraphAt> = (x, layer, graph) =>
  joined(graph, 'Add', writeBranches(x, layer));

export const writeConcatenate: LayerWriter<LayersGraphAt> = (x, layer, graph) =>
  joined(graph, 'Concatenate', writeBranches(x, layer), { axis: -1 });

export const writeDualPath: LayerWriter<LayersGraphAt, DualPathOptions> = (x, layer, graph) => {
  const residualChannels = layer.options.residualChannels;
  const given = layer.inputShape[2]!;
  const added = layer.outputShape[2]! - given + residualChannels;
  const branch = layer.writeChild(0, x);
  const sum = graph.layer('Add', [
    cropChannels(graph, x, given, [0, residualChannels]),
    cropChannels(graph, branch, added, [0, residualChannels]),
  ]);
  const dense = cropChannels(graph, x, given, [residualChannels, given]);
  const grown = cropChannels(graph, branch, added, [residualChannels, added]);
  return graph.layer('Concatenate', [sum, dense, grown], { axis: -1 });
};

/** Keras joins no fewer than two. */
function joined(
  graph: LayersGraphAt,
  className: string,
  branches: readonly string[],
  config: KerasConfig = {},
): string {
  return branches.length === 1 ? branches[0]! : graph.layer(className, branches, config);
}
