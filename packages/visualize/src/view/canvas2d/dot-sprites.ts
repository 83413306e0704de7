import { rgbToCss } from '../scene/css-color-to-rgb.ts';
import { DETAIL } from '../scene/level-of-detail.ts';
import type { Look } from '../scene/look.ts';

const RADII_PER_PIXEL = 2;
const MARGIN = 4;
const LARGEST = DETAIL.largestDot + MARGIN;

/** Dots of every colour and size, drawn once: copying is faster than filling circles. */
export interface DotSprites {
  /** Draws a dot around a place, all in CSS pixels. */
  draw(context: CanvasRenderingContext2D, column: number, radius: number, x: number, y: number): void;
  /** Columns of plain dots in the colours of rings. */
  readonly inkColumn: number;
  readonly accentColumn: number;
}

export function createDotSprites(look: Look, classCount: number, pixelRatio: number): DotSprites {
  const canvas = document.createElement('canvas');
  const cell = Math.ceil(2 * (LARGEST + 1) * pixelRatio);
  const rows = Math.ceil(LARGEST * RADII_PER_PIXEL) + 1;
  const colors = Array.from({ length: classCount }, (_, label) => look.classes[label % look.classes.length]);
  const columns = [...colors, look.ink, look.accent];
  canvas.width = columns.length * cell;
  canvas.height = rows * cell;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  for (let row = 1; row < rows; row++) {
    columns.forEach((color, column) => {
      const radius = (row / RADII_PER_PIXEL) * pixelRatio;
      const [x, y] = [(column + 0.5) * cell, (row + 0.5) * cell];
      context.fillStyle = rgbToCss(color ?? look.ink);
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fill();
      if (column < classCount && radius >= DETAIL.digitRadius * pixelRatio) {
        drawNumber(context, `${column}`, x, y, radius);
      }
    });
  }
  return {
    inkColumn: classCount,
    accentColumn: classCount + 1,
    draw: (target, column, radius, x, y) => {
      const row = Math.min(Math.max(Math.round(radius * RADII_PER_PIXEL), 1), rows - 1);
      const size = cell / pixelRatio;
      target.drawImage(canvas, column * cell, row * cell, cell, cell, x - size / 2, y - size / 2, size, size);
    },
  };
}

function drawNumber(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  radius: number,
): void {
  context.fillStyle = '#fff';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `700 ${1.5 * radius}px system-ui, sans-serif`;
  context.fillText(text, x, y);
}
