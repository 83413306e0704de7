import type { Rgb } from '../scene/css-color-to-rgb.ts';
import { createInkRamp } from './ink-ramp.ts';

const COLUMNS = 64;

/** More pictures than this are not drawn at once. */
export const SHEET_SLOTS: number = COLUMNS * COLUMNS;

/** Coloured pictures on a canvas out of sight, made when they are first seen; the oldest gives way to the next. */
export class PictureSheet {
  readonly #context: CanvasRenderingContext2D | null;
  readonly #height: number;
  readonly #width: number;
  readonly #ramps = new Map<string, Uint32Array>();
  readonly #slotOf = new Map<string, number>();
  readonly #keyOf: string[] = [];
  #next = 0;

  constructor(height: number, width: number) {
    const canvas = document.createElement('canvas');
    canvas.width = COLUMNS * width;
    canvas.height = COLUMNS * height;
    this.#context = canvas.getContext('2d');
    this.#height = height;
    this.#width = width;
  }

  /**
   * Draws a picture around a place, in CSS pixels.
   *
   * @param key - The same for the same bytes and color.
   */
  draw(
    context: CanvasRenderingContext2D,
    picture: { readonly key: string; readonly bytes: Uint8Array; readonly color: Rgb },
    { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
  ): void {
    if (this.#context === null) return;
    const slot = this.#slotOf.get(picture.key) ?? this.#fill(this.#context, picture);
    const left = (slot % COLUMNS) * this.#width;
    const top = Math.floor(slot / COLUMNS) * this.#height;
    const side = Math.max(this.#width, this.#height);
    const [width, height] = [(size * this.#width) / side, (size * this.#height) / side];
    const { canvas } = this.#context;
    context.drawImage(
      canvas,
      left,
      top,
      this.#width,
      this.#height,
      x - width / 2,
      y - height / 2,
      width,
      height,
    );
  }

  #fill(
    context: CanvasRenderingContext2D,
    { key, bytes, color }: { readonly key: string; readonly bytes: Uint8Array; readonly color: Rgb },
  ): number {
    const slot = this.#next;
    this.#next = (slot + 1) % SHEET_SLOTS;
    const old = this.#keyOf[slot];
    if (old !== undefined) this.#slotOf.delete(old);
    this.#keyOf[slot] = key;
    this.#slotOf.set(key, slot);

    const image = context.createImageData(this.#width, this.#height);
    const pixels = new Uint32Array(image.data.buffer);
    const ramp = this.#rampOf(color);
    for (let pixel = 0; pixel < pixels.length; pixel++)
      pixels[pixel] = ramp[bytes[pixel] as number] as number;
    context.putImageData(image, (slot % COLUMNS) * this.#width, Math.floor(slot / COLUMNS) * this.#height);
    return slot;
  }

  #rampOf(color: Rgb): Uint32Array {
    const name = color.join();
    const ramp = this.#ramps.get(name) ?? new Uint32Array(createInkRamp(color).buffer);
    this.#ramps.set(name, ramp);
    return ramp;
  }
}
