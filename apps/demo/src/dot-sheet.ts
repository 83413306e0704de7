import { classColor } from '@fashion-mnist/visualize/class-colors';
import { createCanvas } from './create-canvas.ts';

/** One dot of every class side by side, drawn once for a size: copying is faster than filling circles. */
export interface DotSheet {
  readonly canvas: HTMLCanvasElement;
  /** Width and height of one dot with its margin, in device pixels. */
  readonly cellSize: number;
  /** In CSS pixels. */
  readonly radius: number;
  readonly pixelRatio: number;
}

export function createDotSheet(classCount: number, radius: number, pixelRatio: number): DotSheet {
  const cellSize = 2 * (Math.ceil(radius * pixelRatio) + 1);
  const context = createCanvas(cellSize * classCount, cellSize);
  for (let label = 0; label < classCount; label++) {
    context.fillStyle = classColor(label);
    context.beginPath();
    context.arc((label + 0.5) * cellSize, cellSize / 2, radius * pixelRatio, 0, 2 * Math.PI);
    context.fill();
  }
  return { canvas: context.canvas, cellSize, radius, pixelRatio };
}
