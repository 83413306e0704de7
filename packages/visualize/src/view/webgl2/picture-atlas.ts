import type { PictureStore } from '../scene/picture-store.ts';
import { halfShape, halveImages } from './halve-images.ts';
import { ImageTexture } from './image-texture.ts';

/** Guests have the slots after those of the dataset. */
export const GUEST_SLOTS = 256;

const IMAGES_PER_SLICE = 256;
/** Where a browser tells it. */
const LITTLE_MEMORY_GB = 2;
const BUDGET_MS = 5;

/** All pictures on the graphics device, in full and in half size, uploaded slice by slice. */
export class PictureAtlas {
  /** Left out on devices with little memory. */
  readonly full: ImageTexture | undefined;
  readonly half: ImageTexture;
  /** 1 per id whose picture is there. Another array whenever that changes. */
  ready: Uint8Array;
  readonly #pictures: PictureStore;
  #pieceIndex = 0;
  #doneInPiece = 0;

  constructor(gl: WebGL2RenderingContext, pictures: PictureStore) {
    const [halfHeight, halfWidth] = halfShape([pictures.height, pictures.width]);
    const slots = pictures.capacity + GUEST_SLOTS;
    this.#pictures = pictures;
    this.half = new ImageTexture(gl, slots, halfHeight * halfWidth);
    if (!hasLittleMemory()) this.full = new ImageTexture(gl, slots, pictures.pixelCount);
    this.ready = new Uint8Array(pictures.capacity);
  }

  get height(): number {
    return this.#pictures.height;
  }

  get width(): number {
    return this.#pictures.width;
  }

  get isComplete(): boolean {
    return this.#pieceIndex === this.#pictures.pieces.length;
  }

  /** Uploads for some milliseconds. */
  advance(): void {
    if (this.isComplete) return;
    const ready = this.ready.slice();
    const endMs = performance.now() + BUDGET_MS;
    do this.#uploadSlice(ready);
    while (!this.isComplete && performance.now() < endMs);
    this.ready = ready;
  }

  uploadImages(first: number, bytes: Uint8Array): void {
    this.half.upload(first, halveImages(bytes, [this.#pictures.height, this.#pictures.width]));
    this.full?.upload(first, bytes);
  }

  dispose(): void {
    this.half.dispose();
    this.full?.dispose();
  }

  #uploadSlice(ready: Uint8Array): void {
    const piece = this.#pictures.pieces[this.#pieceIndex];
    if (piece === undefined) return;
    const { pixelCount } = this.#pictures;
    const from = this.#doneInPiece;
    const to = Math.min(from + IMAGES_PER_SLICE, piece.count);
    if (to > from)
      this.uploadImages(piece.first + from, piece.bytes.subarray(from * pixelCount, to * pixelCount));
    ready.fill(1, piece.first + from, piece.first + to);
    this.#doneInPiece = to;
    if (to < piece.count) return;
    this.#pieceIndex++;
    this.#doneInPiece = 0;
  }
}

function hasLittleMemory(): boolean {
  const { deviceMemory } = navigator as { readonly deviceMemory?: number };
  return deviceMemory !== undefined && deviceMemory <= LITTLE_MEMORY_GB;
}
