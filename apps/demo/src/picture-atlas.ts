import { classColor } from '@fashion-mnist/visualize/class-colors';
import { createCanvas } from './create-canvas.ts';
import { createInkRamp } from './ink-ramp.ts';
import { parseColor } from './parse-color.ts';
import { PICTURE_SIZE, pictureOf } from './picture.ts';
import type { Point } from './viewport.ts';

/** All pictures in one canvas, so that thousands of them draw fast. */
export interface PictureAtlas {
  readonly canvas: HTMLCanvasElement;
  /** Where a picture begins in the canvas. */
  place(sample: number): Point;
}

/** A picture and a margin, so that smoothing does not mix neighbours. */
const CELL_SIZE = PICTURE_SIZE + 2;

/** Draws every picture in shades of the colour of its class, on transparent ground. */
export function createPictureAtlas(images: Uint8Array, labels: Uint8Array): PictureAtlas {
  const columns = Math.max(1, Math.ceil(Math.sqrt(labels.length)));
  const rows = Math.max(1, Math.ceil(labels.length / columns));
  const place = (sample: number): Point => ({
    x: (sample % columns) * CELL_SIZE + 1,
    y: Math.floor(sample / columns) * CELL_SIZE + 1,
  });

  const context = createCanvas(columns * CELL_SIZE, rows * CELL_SIZE);
  const sheet = context.createImageData(context.canvas.width, context.canvas.height);
  const pixels = new Uint32Array(sheet.data.buffer);
  const ramps = Array.from({ length: 256 }, (_, label) => rampOf(label));
  labels.forEach((label, sample) => {
    const { x, y } = place(sample);
    copyPicture(
      pictureOf(images, sample),
      ramps[label] as Uint32Array,
      pixels,
      y * sheet.width + x,
      sheet.width,
    );
  });
  context.putImageData(sheet, 0, 0);
  return { canvas: context.canvas, place };
}

/** The pixels of every ink, in the byte order of this machine. */
function rampOf(label: number): Uint32Array {
  return new Uint32Array(createInkRamp(parseColor(classColor(label))).buffer);
}

function copyPicture(
  picture: Uint8Array,
  ramp: Uint32Array,
  pixels: Uint32Array,
  start: number,
  rowLength: number,
): void {
  for (let row = 0; row < PICTURE_SIZE; row++) {
    for (let column = 0; column < PICTURE_SIZE; column++) {
      const ink = picture[row * PICTURE_SIZE + column] as number;
      pixels[start + row * rowLength + column] = ramp[ink] as number;
    }
  }
}
