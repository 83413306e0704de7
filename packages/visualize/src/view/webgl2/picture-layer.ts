import { DETAIL, pictureOpacity, pictureSize } from '../scene/level-of-detail.ts';
import { GUEST } from '../scene/point-flags.ts';
import { blended, type SceneGuest, type ScenePoints } from '../scene/scene.ts';
import { halfShape } from './halve-images.ts';
import type { PictureAtlas } from './picture-atlas.ts';
import { NO_SLOT, pictureFragmentShader, pictureVertexShader } from './picture-shaders.ts';
import { createProgram, type Program } from './program.ts';
import { SHARED_UNIFORMS, setSharedUniforms, type View } from './view.ts';

const ATLAS_UNIFORMS = [
  'pixelToClip',
  'fullShape',
  'halfShape',
  'fullPixels',
  'halfPixels',
  'hasFull',
  'isSmooth',
  'fullAtlas',
  'halfAtlas',
] as const;
const UNIFORMS = [...SHARED_UNIFORMS, ...ATLAS_UNIFORMS] as const;

/** Bytes of an instance: x, y, size and opacity as floats, the slot, the label and the flags. */
const STRIDE = 24;

export interface DrawnPictures {
  readonly points: ScenePoints;
  readonly ids: Uint32Array;
  readonly guests: readonly SceneGuest[];
  /** Blends pixels where pictures are enlarged, which takes four times as long. */
  readonly isSmooth: boolean;
}

/** One square per picture in view. */
export class PictureLayer {
  readonly #gl: WebGL2RenderingContext;
  readonly #program: Program<(typeof UNIFORMS)[number]>;
  readonly #array: WebGLVertexArrayObject;
  readonly #buffer: WebGLBuffer;
  #instances = new DataView(new ArrayBuffer(0));
  #count = 0;

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    const sources = { vertex: pictureVertexShader, fragment: pictureFragmentShader };
    this.#program = createProgram(gl, sources, UNIFORMS);
    this.#array = gl.createVertexArray();
    this.#buffer = gl.createBuffer();
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, STRIDE, 0);
    gl.vertexAttribPointer(1, 1, gl.FLOAT, false, STRIDE, 8);
    gl.vertexAttribPointer(2, 1, gl.FLOAT, false, STRIDE, 12);
    gl.vertexAttribIPointer(3, 1, gl.UNSIGNED_INT, STRIDE, 16);
    gl.vertexAttribIPointer(4, 2, gl.UNSIGNED_BYTE, STRIDE, 20);
    for (let location = 0; location < 5; location++) {
      gl.enableVertexAttribArray(location);
      gl.vertexAttribDivisor(location, 1);
    }
  }

  draw({ points, ids, guests, isSmooth }: DrawnPictures, atlas: PictureAtlas, view: View): void {
    if (ids.length + guests.length === 0) return;
    this.#begin(ids.length + guests.length);
    for (const id of ids) this.#addPoint(points, id, view.camera.scale);
    guests.forEach(({ x, y, image }, i) => {
      this.#add(x, y, DETAIL.guestSize, 1, image === undefined ? NO_SLOT : points.count + i, 0, GUEST);
    });
    const gl = this.#gl;
    gl.useProgram(this.#program.program);
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    gl.bufferData(
      gl.ARRAY_BUFFER,
      new Uint8Array(this.#instances.buffer, 0, this.#count * STRIDE),
      gl.STREAM_DRAW,
    );
    this.#setUniforms(atlas, view);
    gl.uniform1i(this.#program.uniforms.isSmooth, isSmooth ? 1 : 0);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, this.#count);
  }

  dispose(): void {
    this.#gl.deleteBuffer(this.#buffer);
    this.#gl.deleteVertexArray(this.#array);
    this.#gl.deleteProgram(this.#program.program);
  }

  #begin(count: number): void {
    const bytes = count * STRIDE;
    if (this.#instances.byteLength < bytes) this.#instances = new DataView(new ArrayBuffer(2 * bytes));
    this.#count = 0;
  }

  #addPoint(points: ScenePoints, id: number, scale: number): void {
    const { positions, startPositions, blend, spacings, labels, flags } = points;
    const room = (spacings[id] as number) * scale;
    this.#add(
      blended(startPositions[2 * id] as number, positions[2 * id] as number, blend),
      blended(startPositions[2 * id + 1] as number, positions[2 * id + 1] as number, blend),
      pictureSize(room),
      pictureOpacity(room),
      id,
      labels[id] as number,
      flags[id] as number,
    );
  }

  #add(
    x: number,
    y: number,
    size: number,
    opacity: number,
    slot: number,
    label: number,
    flags: number,
  ): void {
    const at = this.#count * STRIDE;
    this.#instances.setFloat32(at, x, true);
    this.#instances.setFloat32(at + 4, y, true);
    this.#instances.setFloat32(at + 8, size, true);
    this.#instances.setFloat32(at + 12, opacity, true);
    this.#instances.setUint32(at + 16, slot, true);
    this.#instances.setUint8(at + 20, label);
    this.#instances.setUint8(at + 21, flags);
    this.#count++;
  }

  #setUniforms(atlas: PictureAtlas, view: View): void {
    const gl = this.#gl;
    const { uniforms } = this.#program;
    const { half, height, width } = atlas;
    const full = atlas.full ?? half;
    const [halfHeight, halfWidth] = halfShape([height, width]);
    setSharedUniforms(gl, uniforms, view);
    gl.uniform2f(
      uniforms.pixelToClip,
      2 / (view.size.width * view.pixelRatio),
      2 / (view.size.height * view.pixelRatio),
    );
    gl.uniform2i(uniforms.fullShape, full.shape.imagesPerLine, full.shape.lines);
    gl.uniform2i(uniforms.halfShape, half.shape.imagesPerLine, half.shape.lines);
    gl.uniform2i(uniforms.fullPixels, width, height);
    gl.uniform2i(uniforms.halfPixels, halfWidth, halfHeight);
    gl.uniform1i(uniforms.hasFull, full === half ? 0 : 1);
    gl.uniform1i(uniforms.fullAtlas, 2);
    gl.uniform1i(uniforms.halfAtlas, 3);
    gl.activeTexture(gl.TEXTURE2);
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, full.texture);
    gl.activeTexture(gl.TEXTURE3);
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, half.texture);
  }
}
