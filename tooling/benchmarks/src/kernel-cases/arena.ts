import { createRng, type Rng } from '@fashion-mnist/core';
import type { Command, PoolArray, Region, WorkerPool } from '@fashion-mnist/kernels';

/** Memory for the arrays of a kernel. Most functions give a pointer; what is drawn is the same in every arena. */
export interface Arena {
  /** Room for results, in bytes. */
  room(byteLength: number): number;
  /** Bytes of Fashion-MNIST images. */
  pixels(length: number): Promise<number>;
  /** Random whole numbers, `0 <= x < bound`, as int32. */
  int32(length: number, bound: number): Promise<number>;
  /** Random numbers, `0 <= x < bound`, as float32. */
  uniform(length: number, bound: number): Promise<number>;
  /** Numbers of the normal distribution. */
  float32(length: number): Promise<number>;
  float64(length: number): Promise<number>;
  /** These values. */
  values(array: PoolArray): Promise<number>;
  /** Carries out what makes an array that the kernel needs. */
  run(...commands: readonly Command[]): Promise<void>;
}

/** Longer arrays repeat themselves: more would take longer to draw than the kernels take to work. */
const DRAWN_COUNT = 65_536;
const SEED = 42;

/** Lends memory of a pool. @param images - What pixels are taken from. */
export function createArena(pool: WorkerPool, region: Region, images: Uint8Array): Arena {
  const values = async (array: PoolArray) => {
    const pointer = region.alloc(array.byteLength);
    await pool.write(pointer, array);
    return pointer;
  };
  return {
    values,
    room: (byteLength) => region.alloc(byteLength),
    pixels: (length) => values(images.subarray(0, length)),
    int32: (length, bound) => values(drawn(new Int32Array(length), (rng) => rng.nextInt(bound))),
    uniform: (length, bound) => values(drawn(new Float32Array(length), (rng) => rng.nextFloat() * bound)),
    float32: (length) => values(drawn(new Float32Array(length), (rng) => rng.nextNormal())),
    float64: (length) => values(drawn(new Float64Array(length), (rng) => rng.nextNormal())),
    run: (...commands) => pool.submit(commands),
  };
}

function drawn<T extends PoolArray>(array: T, draw: (rng: Rng) => number): T {
  const rng = createRng(SEED);
  const block = Float64Array.from({ length: Math.min(array.length, DRAWN_COUNT) }, () => draw(rng));
  for (let start = 0; start < array.length; start += block.length)
    array.set(block.subarray(0, array.length - start), start);
  return array;
}
