import type { PointsInView } from '../scene/points-in-view.ts';
import type { ScenePoints } from '../scene/scene.ts';
import { dotFragmentShader, dotVertexShader } from './dot-shaders.ts';
import { KeptBuffer } from './kept-buffer.ts';
import { createProgram, type Program } from './program.ts';
import { SHARED_UNIFORMS, type SharedUniform, setSharedUniforms, type View } from './view.ts';

const UNIFORMS = [...SHARED_UNIFORMS, 'blend', 'scale', 'isRing', 'digits'] as const;

/** Every point in view as one vertex. */
export class DotLayer {
  readonly #gl: WebGL2RenderingContext;
  readonly #program: Program<SharedUniform | (typeof UNIFORMS)[number]>;
  readonly #array: WebGLVertexArrayObject;
  readonly #buffers: readonly KeptBuffer[];
  readonly #indices: WebGLBuffer;

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#program = createProgram(gl, { vertex: dotVertexShader, fragment: dotFragmentShader }, UNIFORMS);
    this.#array = gl.createVertexArray();
    this.#buffers = Array.from({ length: 6 }, () => new KeptBuffer(gl));
    this.#indices = gl.createBuffer();
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#indices);
    this.#buffers.forEach(({ buffer }, location) => {
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      gl.enableVertexAttribArray(location);
      if (location < 2) gl.vertexAttribPointer(location, 2, gl.FLOAT, false, 0, 0);
      else if (location === 2) gl.vertexAttribPointer(location, 1, gl.FLOAT, false, 0, 0);
      else gl.vertexAttribIPointer(location, 1, gl.UNSIGNED_BYTE, 0, 0);
    });
  }

  /** @param hasPicture - 1 per id that turns into a picture when there is room. */
  draw(
    points: ScenePoints,
    { plainDots, raisedDots }: PointsInView,
    hasPicture: Uint8Array,
    view: View,
  ): void {
    const gl = this.#gl;
    const { uniforms, program } = this.#program;
    this.#upload(points, hasPicture);
    gl.useProgram(program);
    gl.bindVertexArray(this.#array);
    setSharedUniforms(gl, uniforms, view);
    gl.uniform1f(uniforms.blend, points.blend);
    gl.uniform1f(uniforms.scale, view.camera.scale);
    gl.uniform1i(uniforms.digits, 1);
    this.#drawDots(plainDots, false);
    this.#drawDots(raisedDots, true);
    this.#drawDots(raisedDots, false);
  }

  dispose(): void {
    for (const buffer of this.#buffers) buffer.dispose();
    this.#gl.deleteBuffer(this.#indices);
    this.#gl.deleteVertexArray(this.#array);
    this.#gl.deleteProgram(this.#program.program);
  }

  #drawDots(dots: Uint32Array, isRing: boolean): void {
    if (dots.length === 0) return;
    const gl = this.#gl;
    gl.uniform1i(this.#program.uniforms.isRing, isRing ? 1 : 0);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, dots, gl.STREAM_DRAW);
    gl.drawElements(gl.POINTS, dots.length, gl.UNSIGNED_INT, 0);
  }

  #upload(points: ScenePoints, hasPicture: Uint8Array): void {
    const { positions, startPositions, spacings, labels, flags } = points;
    [positions, startPositions, spacings, labels, flags, hasPicture].forEach((array, location) => {
      this.#buffers[location]?.upload(array);
    });
  }
}
