import { isSameShape, type Shape } from '../../layers/shape.ts';
import type { OnnxGraphAt } from './onnx-graph.ts';

/** ONNX has the channels of images first, after the batch: `[channels, height, width]`; all other shapes are as ours. */
export function onnxShape(shape: Shape): Shape {
  if (!isImage(shape)) return shape;
  const [height, width, channels] = shape;
  return [channels, height, width];
}

/** The axis of our last one, the batch counted. */
export function channelAxis(shape: Shape): number {
  return isImage(shape) ? 1 : shape.length;
}

/** The same values, in the order that they have for us, in another shape. */
export function reshaped(graph: OnnxGraphAt, x: string, from: Shape, to: Shape): string {
  if (isSameShape(from, to)) return x;
  const rows = isOrderKept(from) ? x : graph.node('Transpose', [x], { perm: [0, 2, 3, 1] });
  const sizes = isOrderKept(to) ? onnxShape(to) : to;
  const reshape = graph.node('Reshape', [rows, graph.integers('shape', [0, ...sizes])]);
  return isOrderKept(to) ? reshape : graph.node('Transpose', [reshape], { perm: [0, 3, 1, 2] });
}

/** Whether values are in the same order with channels first and last. */
function isOrderKept(shape: Shape): boolean {
  if (!isImage(shape)) return true;
  const [height, width, channels] = shape;
  return channels === 1 || height * width === 1;
}

function isImage(shape: Shape): shape is readonly [height: number, width: number, channels: number] {
  return shape.length === 3;
}
