/** A vertex buffer that is uploaded only when it is given another array. */
export class KeptBuffer {
  readonly buffer: WebGLBuffer;
  readonly #gl: WebGL2RenderingContext;
  #uploaded: ArrayBufferView | undefined;

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.buffer = gl.createBuffer();
  }

  upload(array: Uint8Array | Float32Array): void {
    if (array === this.#uploaded) return;
    const gl = this.#gl;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
    if (this.#uploaded?.byteLength === array.byteLength) gl.bufferSubData(gl.ARRAY_BUFFER, 0, array);
    else gl.bufferData(gl.ARRAY_BUFFER, array, gl.DYNAMIC_DRAW);
    this.#uploaded = array;
  }

  dispose(): void {
    this.#gl.deleteBuffer(this.buffer);
  }
}
