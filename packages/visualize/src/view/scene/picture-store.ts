import { elementCount, type NdArray } from '@fashion-mnist/core';
import { VisualizeError } from '../../errors.ts';

/** The least that WebGL2 promises for the side of a texture. */
const MAX_PIXELS = 2048;

export interface PicturePiece {
  readonly first: number;
  readonly count: number;
  /** `count` images without gaps. */
  readonly bytes: Uint8Array;
}

/** The pictures that have been handed over, kept as they came: they are uploaded again when a context is restored. */
export class PictureStore {
  readonly height: number;
  readonly width: number;
  readonly capacity: number;
  #pieces: readonly PicturePiece[] = [];

  /**
   * @param capacity - Number of ids.
   * @throws {VisualizeError} `E_SHAPE` when an image does not fit into a line of the smallest texture.
   */
  constructor(capacity: number, [height, width]: readonly [number, number]) {
    if (height * width > MAX_PIXELS || height < 1 || width < 1) {
      const message = `imageShape: expected 1..${MAX_PIXELS} pixels, got [${height}, ${width}]`;
      throw new VisualizeError('E_SHAPE', message);
    }
    this.capacity = capacity;
    this.height = height;
    this.width = width;
  }

  get pixelCount(): number {
    return this.height * this.width;
  }

  get pieces(): readonly PicturePiece[] {
    return this.#pieces;
  }

  /** @throws {VisualizeError} `E_SHAPE` when the images have another size or some have no id. */
  add(images: NdArray<Uint8Array>, first: number): void {
    const [count = 0, height, width] = images.shape;
    if (images.shape.length !== 3 || height !== this.height || width !== this.width) {
      const expected = `[n, ${this.height}, ${this.width}]`;
      throw new VisualizeError(
        'E_SHAPE',
        `images: expected shape ${expected}, got [${images.shape.join(', ')}]`,
      );
    }
    if (images.data.length !== elementCount(images.shape)) {
      const expected = elementCount(images.shape);
      throw new VisualizeError('E_SHAPE', `images: expected ${expected} bytes, got ${images.data.length}`);
    }
    if (!Number.isSafeInteger(first) || first < 0 || first + count > this.capacity) {
      const range = `${first}..${first + count - 1}`;
      throw new VisualizeError(
        'E_SHAPE',
        `images: there are ${this.capacity} labels, got pictures of ${range}`,
      );
    }
    this.#pieces = [...this.#pieces, { first, count, bytes: images.data }];
  }

  has(id: number): boolean {
    return this.#pieceOf(id) !== undefined;
  }

  /** The bytes of one picture; a view. */
  pictureOf(id: number): Uint8Array | undefined {
    const piece = this.#pieceOf(id);
    if (piece === undefined) return undefined;
    const start = (id - piece.first) * this.pixelCount;
    return piece.bytes.subarray(start, start + this.pixelCount);
  }

  /** Later pieces replace earlier ones. */
  #pieceOf(id: number): PicturePiece | undefined {
    return this.#pieces.findLast(({ first, count }) => id >= first && id < first + count);
  }
}
