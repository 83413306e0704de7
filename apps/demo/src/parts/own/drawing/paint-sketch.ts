import { CELLS, type Stroke } from './drawing.ts';

const PAPER = 255;

/** Draws strokes on white paper, over all of a canvas. */
export function paintStrokes(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  strokes: readonly Stroke[],
): void {
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.setTransform(width / CELLS, 0, 0, height / CELLS, 0, 0);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const stroke of strokes) paintStroke(context, stroke);
}

function paintStroke(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  { tool, tone, width, places }: Stroke,
): void {
  const [first] = places;
  if (first === undefined) return;
  const grey = tool === 'eraser' ? PAPER : tone;
  context.strokeStyle = `rgb(${grey} ${grey} ${grey})`;
  context.fillStyle = context.strokeStyle;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(first.x, first.y);
  // A line to where it begins is a dot of the pen's width.
  for (const { x, y } of places.length === 1 ? [first] : places) context.lineTo(x, y);
  if (tool === 'shape') {
    context.closePath();
    context.fill();
  }
  context.stroke();
}

/** A sketch as a photo, large enough for every cell to be smooth. */
export async function photoOf(strokes: readonly Stroke[]): Promise<Blob> {
  const canvas = new OffscreenCanvas(CELLS * 12, CELLS * 12);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser gives no canvas to draw on');
  paintStrokes(context, strokes);
  return await canvas.convertToBlob({ type: 'image/png' });
}
