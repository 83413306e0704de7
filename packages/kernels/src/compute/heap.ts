/** Typed views of a WebAssembly memory, renewed when the memory has grown. Indices are elements, pointers are bytes. */
export class Heap {
  readonly memory: WebAssembly.Memory;
  #buffer: ArrayBufferLike | undefined;
  #u8 = new Uint8Array();
  #i16 = new Int16Array();
  #i32 = new Int32Array();
  #f32 = new Float32Array();
  #f64 = new Float64Array();

  constructor(memory: WebAssembly.Memory) {
    this.memory = memory;
  }

  get u8(): Uint8Array {
    this.#renew();
    return this.#u8;
  }

  get i16(): Int16Array {
    this.#renew();
    return this.#i16;
  }

  get i32(): Int32Array {
    this.#renew();
    return this.#i32;
  }

  get f32(): Float32Array {
    this.#renew();
    return this.#f32;
  }

  get f64(): Float64Array {
    this.#renew();
    return this.#f64;
  }

  /** A growing shared memory keeps its buffers alive, but they do not grow with it. */
  #renew(): void {
    const { buffer } = this.memory;
    if (buffer === this.#buffer) return;
    this.#buffer = buffer;
    this.#u8 = new Uint8Array(buffer);
    this.#i16 = new Int16Array(buffer);
    this.#i32 = new Int32Array(buffer);
    this.#f32 = new Float32Array(buffer);
    this.#f64 = new Float64Array(buffer);
  }
}
