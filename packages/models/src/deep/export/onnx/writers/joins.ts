import type { DualPathOptions } from '../../../layers/dual-path.ts';
import { writeBranches } from '../../composites.ts';
import type { LayerWriter } from '../../write-network.ts';
import { channelAxis } from '../layout.ts';
import type { OnnxGraphAt } from '../onnx-graph.ts';

export const writeSum: LayerWriter<OnnxGraphAt> = (x, layer, graph) =>
  writeBranches(x, layer).reduce((left, right) => graph.node('Add', [left, right]));

export const writeConcatenate: LayerWriter<OnnxGraphAt> = (x, layer, graph) =>
  graph.node('Concat', writeBranches(x, layer), { axis: channelAxis(layer.outputShape) });

export const writeDualPath: LayerWriter<OnnxGraphAt, DualPathOptions> = (x, layer, graph) => {
  const residualChannels = layer.options.residualChannels;
  const branch = layer.writeChild(0, x);
  const end = layer.outputShape[2]!;
  const sum = graph.node('Add', [
    channels(graph, x, 0, residualChannels),
    channels(graph, branch, 0, residualChannels),
  ]);
  const others = [x, branch].map((each) => channels(graph, each, residualChannels, end));
  return graph.node('Concat', [sum, ...others], { axis: 1 });
};

/** An end behind the last channel stands for the last one. */
function channels(graph: OnnxGraphAt, x: string, start: number, end: number): string {
  const bounds = [graph.integers('start', [start]), graph.integers('end', [end])];
  return graph.node('Slice', [x, ...bounds, graph.integers('axis', [1])]);
}
