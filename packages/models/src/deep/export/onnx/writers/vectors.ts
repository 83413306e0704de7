import { SQUASH_EPSILON } from '../../../layers/squash.ts';
import type { OnnxGraphAt } from '../onnx-graph.ts';

/** Lengths of vectors along the last axis. */
export function writeLengths(
  graph: OnnxGraphAt,
  x: string,
  { epsilon, keepAxis }: { readonly epsilon: number; readonly keepAxis: boolean },
): string {
  const squares = graph.node('Mul', [x, x]);
  const sums = graph.node('ReduceSum', [squares, graph.integers('axes', [-1])], {
    keepdims: Number(keepAxis),
  });
  return graph.node('Sqrt', [graph.node('Add', [sums, graph.float('epsilon', epsilon)])]);
}

/** Vectors along the last axis, shrunk to a length below 1. */
export function writeSquash(graph: OnnxGraphAt, vectors: string): string {
  const length = writeLengths(graph, vectors, { epsilon: SQUASH_EPSILON, keepAxis: true });
  const square = graph.node('Mul', [length, length]);
  const factor = graph.node('Div', [length, graph.node('Add', [square, graph.float('one', 1)])]);
  return graph.node('Mul', [vectors, factor]);
}
