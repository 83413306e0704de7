import { heightAndWidth } from '../../layers/layer-options.ts';
import type { Shape } from '../../layers/shape.ts';
import { type SlidingWindow, sameMargin } from '../../layers/window.ts';
import type { OnnxAttributes } from './onnx-graph.ts';

/** How a window goes over images, with margins in pixels: `auto_pad` is deprecated, and not every runtime knows it. */
export function windowAttributes(
  { size, stride, padding, dilation = 1 }: SlidingWindow,
  [height, width]: Shape,
): OnnxAttributes {
  const [sizeY, sizeX] = heightAndWidth(size);
  const [strideY, strideX] = heightAndWidth(stride);
  const [dilationY, dilationX] = heightAndWidth(dilation);
  const isPadded = padding === 'same';
  const [above, below] = isPadded ? sameMargin(height!, (sizeY - 1) * dilationY + 1, strideY) : [0, 0];
  const [left, right] = isPadded ? sameMargin(width!, (sizeX - 1) * dilationX + 1, strideX) : [0, 0];
  return { kernel_shape: [sizeY, sizeX], strides: [strideY, strideX], pads: [above, left, below, right] };
}
