import type { FusedActivation } from '../../../fused/fused-activation.ts';
import type { ActivationFunction, ActivationOptions } from '../../../layers/activation.ts';
import type { LayerWriter } from '../../write-network.ts';
import { channelAxis } from '../layout.ts';
import type { OnnxGraphAt } from '../onnx-graph.ts';

export const writeActivation: LayerWriter<OnnxGraphAt, ActivationOptions> = (x, layer, graph) =>
  layer.options.function === 'softmax'
    ? graph.node('Softmax', [x], { axis: channelAxis(layer.inputShape) })
    : writeFunction(graph, x, layer.options.function);

/** The function that goes with a convolution or a dense layer. */
export function writeFusedActivation(graph: OnnxGraphAt, x: string, activation: FusedActivation): string {
  return activation === 'linear' ? x : writeFunction(graph, x, activation);
}

function writeFunction(graph: OnnxGraphAt, x: string, name: Exclude<ActivationFunction, 'softmax'>): string {
  return FUNCTIONS[name](graph, x);
}

const FUNCTIONS: Readonly<
  Record<Exclude<ActivationFunction, 'softmax'>, (graph: OnnxGraphAt, x: string) => string>
> = {
  relu: (graph, x) => graph.node('Relu', [x]),
  relu6: (graph, x) => graph.node('Clip', [x, graph.float('least', 0), graph.float('most', 6)]),
  elu: (graph, x) => graph.node('Elu', [x]),
  selu: (graph, x) => graph.node('Selu', [x]),
  gelu(graph, x) {
    const scaled = graph.node('Mul', [x, graph.float('scale', Math.SQRT1_2)]);
    const share = graph.node('Add', [graph.node('Erf', [scaled]), graph.float('one', 1)]);
    return graph.node('Mul', [graph.node('Mul', [x, share]), graph.float('half', 0.5)]);
  },
  swish: (graph, x) => graph.node('Mul', [x, graph.node('Sigmoid', [x])]),
  sigmoid: (graph, x) => graph.node('Sigmoid', [x]),
  tanh: (graph, x) => graph.node('Tanh', [x]),
};
