import type { Samples } from '@fashion-mnist/kernels';

/** The projector's own PCA shows nothing of rows with fewer numbers. */
const LEAST_COLUMNS = 3;
const ROWS_PER_CHUNK = 1000;

/** How a tensor is written. */
export type TensorFormat = 'tsv' | 'bytes';

/** A tensor as a file for the projector. */
export interface TensorFile {
  readonly content: Uint8Array;
  /** Rows and columns, at least three of these: zeros fill up what has fewer. */
  readonly shape: readonly [number, number];
}

/** A matrix as lines of numbers between tabs, floats to seven digits, or as float32 values, least byte first. */
export function tensorFile(data: Samples['data'], rowCount: number, format: TensorFormat): TensorFile {
  const columnCount = data.length / rowCount;
  const width = Math.max(columnCount, LEAST_COLUMNS);
  const content =
    format === 'tsv' ? tensorTsv(data, columnCount, width) : floatBytes(data, columnCount, width);
  return { content, shape: [rowCount, width] };
}

function tensorTsv(data: Samples['data'], columnCount: number, width: number): Uint8Array {
  const encoder = new TextEncoder();
  const padding = '\t0'.repeat(width - columnCount);
  const chunks: Uint8Array[] = [];
  const chunkLength = ROWS_PER_CHUNK * columnCount;
  for (let start = 0; start < data.length; start += chunkLength) {
    const end = Math.min(start + chunkLength, data.length);
    let text = '';
    for (let row = start; row < end; row += columnCount) {
      text += `${numbersOf(data.subarray(row, row + columnCount))}${padding}\n`;
    }
    chunks.push(encoder.encode(text));
  }
  return concatenate(chunks);
}

function numbersOf(row: Samples['data']): string {
  return row instanceof Uint8Array
    ? row.join('\t')
    : Array.from(row, (value) => Number(value.toPrecision(7))).join('\t');
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function floatBytes(data: Samples['data'], columnCount: number, width: number): Uint8Array {
  const bytes = new Uint8Array((data.length / columnCount) * width * 4);
  const view = new DataView(bytes.buffer);
  data.forEach((value, i) => {
    const place = Math.floor(i / columnCount) * width + (i % columnCount);
    view.setFloat32(4 * place, value, true);
  });
  return bytes;
}
