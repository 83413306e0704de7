import type { ScenePoints } from '../scene/scene.ts';
import { dotFragmentShader, dotVertexShader, PASSES } from './dot-shaders.ts';
import { KeptBuffer } from './kept-buffer.ts';
import { createProgram, type Program } from './program.ts';
import { SHARED_UNIFORMS, type SharedUniform, setSharedUniforms, type View } from './view.ts';

const UNIFORMS = [...SHARED_UNIFORMS, 'blend', 'scale', 'currentPass', 'isDimming', 'digits'] as const;

/** Every point as one vertex. */
export class DotLayer {
  readonly #gl: WebGL2RenderingContext;
  readonly #program: Program<SharedUniform | (typeof UNIFORMS)[number]>;
  readonly #array: WebGLVertexArrayObject;
  readonly #buffers: readonly KeptBuffer[];

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#program = createProgram(gl, { vertex: dotVertexShader, fragment: dotFragmentShader }, UNIFORMS);
    this.#array = gl.createVertexArray();
    this.#buffers = Array.from({ length: 6 }, () => new KeptBuffer(gl));
    gl.bindVertexArray(this.#array);
    this.#buffers.forEach(({ buffer }, location) => {
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      gl.enableVertexAttribArray(location);
      if (location < 2) gl.vertexAttribPointer(location, 2, gl.FLOAT, false, 0, 0);
      else if (location === 2) gl.vertexAttribPointer(location, 1, gl.FLOAT, false, 0, 0);
      else gl.vertexAttribIPointer(location, 1, gl.UNSIGNED_BYTE, 0, 0);
    });
  }

  /** @param hasPicture - 1 per id that turns into a picture when there is room. */
  draw(points: ScenePoints, hasPicture: Uint8Array, view: View): void {
    const gl = this.#gl;
    const { uniforms, program } = this.#program;
    this.#upload(points, hasPicture);
    gl.useProgram(program);
    gl.bindVertexArray(this.#array);
    setSharedUniforms(gl, uniforms, view);
    gl.uniform1f(uniforms.blend, points.blend);
    gl.uniform1f(uniforms.scale, view.camera.scale);
    gl.uniform1i(uniforms.digits, 1);
    gl.uniform1i(uniforms.isDimming, points.isDimming ? 1 : 0);
    const passes = points.hasRaised ? [PASSES.plain, PASSES.ring, PASSES.raised] : [PASSES.plain];
    for (const pass of passes) {
      gl.uniform1i(uniforms.currentPass, pass);
      gl.drawArrays(gl.POINTS, 0, points.count);
    }
  }

  dispose(): void {
    for (const buffer of this.#buffers) buffer.dispose();
    this.#gl.deleteVertexArray(this.#array);
    this.#gl.deleteProgram(this.#program.program);
  }

  #upload(points: ScenePoints, hasPicture: Uint8Array): void {
    const { positions, startPositions, spacings, labels, flags } = points;
    [positions, startPositions, spacings, labels, flags, hasPicture].forEach((array, location) => {
      this.#buffers[location]?.upload(array);
    });
  }
}
