import { type Command, command } from '../compute/command.ts';
import type { Rows } from '../products/stream-rows.ts';

/** Where the sums over all samples are kept. */
export interface SumPointers {
  /** `Float64Array`, shape `[paddedCount, paddedCount]`. */
  readonly products: number;
  /** `Float64Array`, shape `[paddedCount]`. */
  readonly sums: number;
  /** The packed samples of one chunk. */
  readonly panels: number;
  /** `Float32Array`, shape `[featureCount]`: what floats are centred on. */
  readonly origin: number;
}

/** How samples of either type are summed, chunk by chunk. */
export interface Summation {
  readonly chunkRows: number;
  /** Features of a panel; their number is filled up to a multiple of it. */
  readonly panelWidth: number;
  readonly panelBytes: number;
  /** Adds a chunk of samples to the sums. */
  addChunk(chunk: Rows, featureCount: number, pointers: SumPointers): Command[];
}

const BYTE_CHUNK = 512;
const FLOAT_CHUNK = 256;
const SUM_GRAIN = 16;

/** Whole numbers: exact, in whatever order. */
export const SUM_OF_BYTES: Summation = {
  chunkRows: BYTE_CHUNK,
  panelWidth: 8,
  panelBytes: (BYTE_CHUNK / 2) * 32,
  addChunk({ pointer, count }, featureCount, { products, sums, panels }) {
    const panelCount = Math.ceil(featureCount / 8);
    const pairCount = Math.ceil(count / 2);
    const pairs = { total: pairCount, grain: 64 };
    return [
      command('packSamplePairs', pairs, pointer, count, featureCount, panels),
      command('addByteProducts', { total: panelCount, grain: 1 }, panels, panelCount, pairCount, products),
      command('addByteSums', { total: panelCount, grain: SUM_GRAIN }, panels, pairCount, sums),
    ];
  },
};

/** Float64, in the order of the samples within a chunk, then chunk by chunk. */
export const SUM_OF_FLOATS: Summation = {
  chunkRows: FLOAT_CHUNK,
  panelWidth: 4,
  panelBytes: FLOAT_CHUNK * 32,
  addChunk({ pointer, count }, featureCount, { products, sums, panels, origin }) {
    const panelCount = Math.ceil(featureCount / 4);
    const rows = { total: count, grain: 64 };
    return [
      command('packCentredSamples', rows, pointer, count, featureCount, origin, panels),
      command('addFloatProducts', { total: panelCount, grain: 1 }, panels, panelCount, count, products),
      command('addFloatSums', { total: panelCount, grain: SUM_GRAIN }, panels, count, sums),
    ];
  },
};
