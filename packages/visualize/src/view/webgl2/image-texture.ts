import { type AtlasShape, atlasRectangles, atlasShape } from './atlas-shape.ts';

/** Images in an R8 array texture, which holds more than a flat one where textures are small. */
export class ImageTexture {
  readonly texture: WebGLTexture;
  readonly shape: AtlasShape;
  readonly #gl: WebGL2RenderingContext;
  readonly #pixelCount: number;

  constructor(gl: WebGL2RenderingContext, imageCount: number, pixelCount: number) {
    this.#gl = gl;
    this.#pixelCount = pixelCount;
    this.shape = atlasShape(imageCount, pixelCount, gl.getParameter(gl.MAX_TEXTURE_SIZE) as number);
    this.texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, this.texture);
    const { width, lines, layers } = this.shape;
    gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, gl.R8, width, lines, layers);
    gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  }

  /** @param bytes - Whole images. */
  upload(first: number, bytes: Uint8Array): void {
    const gl = this.#gl;
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, this.texture);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    const count = bytes.length / this.#pixelCount;
    for (const part of atlasRectangles(this.shape, this.#pixelCount, first, count)) {
      gl.texSubImage3D(
        gl.TEXTURE_2D_ARRAY,
        0,
        part.x,
        part.y,
        part.layer,
        part.width,
        part.height,
        1,
        gl.RED,
        gl.UNSIGNED_BYTE,
        bytes,
        part.byteOffset,
      );
    }
  }

  dispose(): void {
    this.#gl.deleteTexture(this.texture);
  }
}
