import { IMAGE_KERNELS_WASM } from '../generated/image-kernels-wasm.ts';

/**
 * Loops over pixels in WebAssembly with 128-bit vectors, and the memory that each call reads and writes: nothing there
 * outlives the work that put it there.
 */
export interface ImageKernels {
  /** The value of each byte. */
  readonly values: Float32Array<ArrayBuffer>;
  /** Images that are read. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Images that are written, as float32 or as bytes. */
  readonly result: Float32Array<ArrayBuffer>;
  readonly resultBytes: Uint8Array<ArrayBuffer>;
  /** Where pixels come from, as an `AffineMap`. */
  readonly map: Float64Array<ArrayBuffer>;
  /** What names images in their dataset. */
  readonly indices: Uint32Array<ArrayBuffer>;
  /** The first random words of these images, then the second ones, the third and the fourth. */
  readonly words: Uint32Array<ArrayBuffer>;
  readonly drawValues: DrawValues;
  readonly sampleBilinear: SampleBilinear;
  readonly philoxWords: PhiloxWords;
}

/**
 * Writes the values of an image of bytes, mirrored and then moved by whole pixels; `fill` comes in.
 *
 * @param image - Its first pixel, among those that are read and among those that are written.
 */
export type DrawValues = (
  image: number,
  height: number,
  width: number,
  areRowsMirrored: boolean,
  areColumnsMirrored: boolean,
  right: number,
  down: number,
  fill: number,
) => void;

/** Writes an image of bytes from another one, bilinear in fixed point; around it, and outside of the area, is `fill`. */
type SampleBilinear = (
  low: number,
  highX: number,
  highY: number,
  fill: number,
  height: number,
  width: number,
) => void;

/** Writes the words of Philox4x32-10 at the counters (0, stream, index, epoch). */
type PhiloxWords = (key0: number, key1: number, stream: number, epoch: number, imageCount: number) => void;

/** How many pixels the memory holds. */
export const HELD_PIXELS: number = 2 ** 16;

/** How many images have their words in the memory. */
export const MOST_INDICES: number = 64;

/** One for all: an engine optimises the code of each module anew. */
let kernels: ImageKernels | 'unsupported' | undefined;

/** @returns undefined where there are no 128-bit vectors, or where a page's policy forbids to compile. */
export function imageKernels(): ImageKernels | undefined {
  kernels ??= compile() ?? 'unsupported';
  return kernels === 'unsupported' ? undefined : kernels;
}

/** Without waiting, which the size of the module allows everywhere. */
function compile(): ImageKernels | undefined {
  try {
    const bytes = Uint8Array.from(atob(IMAGE_KERNELS_WASM), (character) => character.charCodeAt(0));
    return withMemory(new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports);
  } catch {
    return undefined;
  }
}

function withMemory(exports: WebAssembly.Exports): ImageKernels {
  const { buffer } = exports['memory'] as { readonly buffer: ArrayBuffer };
  const at = (name: string): number => (exports[name] as WebAssembly.Global).value as number;
  return {
    values: new Float32Array(buffer, at('VALUES'), 256),
    bytes: new Uint8Array(buffer, at('BYTES'), HELD_PIXELS),
    result: new Float32Array(buffer, at('RESULT'), HELD_PIXELS),
    resultBytes: new Uint8Array(buffer, at('RESULT'), HELD_PIXELS),
    map: new Float64Array(buffer, at('MAP'), 6),
    indices: new Uint32Array(buffer, at('INDICES'), MOST_INDICES),
    words: new Uint32Array(buffer, at('WORDS'), 4 * MOST_INDICES),
    drawValues: exports['drawValues'] as DrawValues,
    sampleBilinear: exports['sampleBilinear'] as SampleBilinear,
    philoxWords: exports['philoxWords'] as PhiloxWords,
  };
}
