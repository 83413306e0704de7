import type { Size } from '../geometry.ts';

/**
 * What is drawn on at less than the canvas's resolution. To resize the canvas itself would make the page wait for all that
 * the graphics device has still to draw.
 */
export class RoughTarget {
  readonly #gl: WebGL2RenderingContext;
  readonly #framebuffer: WebGLFramebuffer;
  readonly #pixels: WebGLRenderbuffer;
  #size: Size = { width: 0, height: 0 };

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#framebuffer = gl.createFramebuffer();
    this.#pixels = gl.createRenderbuffer();
  }

  /** Takes what is drawn from now on. @param size - In pixels. */
  begin(size: Size): void {
    const gl = this.#gl;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#framebuffer);
    if (size.width === this.#size.width && size.height === this.#size.height) return;
    gl.bindRenderbuffer(gl.RENDERBUFFER, this.#pixels);
    gl.renderbufferStorage(gl.RENDERBUFFER, gl.RGB8, size.width, size.height);
    gl.framebufferRenderbuffer(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.RENDERBUFFER, this.#pixels);
    this.#size = size;
  }

  /** Stretches it over the canvas, which takes what is drawn afterwards. */
  show(): void {
    const gl = this.#gl;
    const { width, height } = this.#size;
    const { drawingBufferWidth, drawingBufferHeight } = gl;
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, null);
    gl.blitFramebuffer(
      0,
      0,
      width,
      height,
      0,
      0,
      drawingBufferWidth,
      drawingBufferHeight,
      gl.COLOR_BUFFER_BIT,
      gl.LINEAR,
    );
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  }

  dispose(): void {
    this.#gl.deleteFramebuffer(this.#framebuffer);
    this.#gl.deleteRenderbuffer(this.#pixels);
  }
}
