import { scratch } from '../scratch';
import { multiplyFloats } from './float-tile';
import { packByteQuad, packFloatQuad } from './quads';

const BLOCK_ROWS = 64;
const RUN = 512;
const TILE_BYTES = 128;

/** A row-major matrix `[rowCount, columnCount]` as panels `[ceil(columnCount / 8)][rowCount][8]`, filled up with zeros. */
export function packColumns(
  matrix: usize, rowCount: i32, columnCount: i32, panels: usize, begin: i32, end: i32,
): void {
  const rowBytes = (<usize>columnCount) << 2;
  for (let panel = begin; panel < end; panel++) {
    const width = min(8, columnCount - panel * 8);
    let from = matrix + ((<usize>panel) << 5);
    let to = panels + (((<usize>panel) * (<usize>rowCount)) << 5);
    for (let row = 0; row < rowCount; row++) {
      if (width === 8) {
        v128.store(to, v128.load(from));
        v128.store(to, v128.load(from, 16), 16);
      } else {
        memory.fill(to, 0, 32);
        memory.copy(to, from, (<usize>width) << 2);
      }
      from += rowBytes;
      to += 32;
    }
  }
}

/** `(samples - centre) · panels + bias`, summed in float32: runs of 512 in order, then added to the bias in order. */
export function multiplyCentredFloats(
  samples: usize, centre: usize, inner: i32, panels: usize, columnCount: i32, bias: usize, product: usize,
  begin: i32, end: i32,
): void {
  const rowBytes = (<usize>inner) << 2;
  for (let row = begin; row < end; row += BLOCK_ROWS) {
    const count = min(BLOCK_ROWS, end - row);
    const to = product + (((<usize>row) * (<usize>columnCount)) << 2);
    startFromBias(to, count, columnCount, bias);
    for (let k = 0; k < inner; k += RUN) {
      const length = min(RUN, inner - k);
      const from = samples + (<usize>row) * rowBytes + ((<usize>k) << 2);
      for (let quad = 0; quad < count; quad += 4)
        packFloatQuad(from + (<usize>quad) * rowBytes, rowBytes, min(4, count - quad), centre + ((<usize>k) << 2), length, leftQuad(quad, length));
      addRun(count, panels + ((<usize>k) << 5), inner, length, columnCount, to);
    }
  }
}

/** The same for samples of bytes. */
export function multiplyCentredBytes(
  samples: usize, centre: usize, inner: i32, panels: usize, columnCount: i32, bias: usize, product: usize,
  begin: i32, end: i32,
): void {
  const rowBytes = <usize>inner;
  for (let row = begin; row < end; row += BLOCK_ROWS) {
    const count = min(BLOCK_ROWS, end - row);
    const to = product + (((<usize>row) * (<usize>columnCount)) << 2);
    startFromBias(to, count, columnCount, bias);
    for (let k = 0; k < inner; k += RUN) {
      const length = min(RUN, inner - k);
      const from = samples + (<usize>row) * rowBytes + (<usize>k);
      for (let quad = 0; quad < count; quad += 4)
        packByteQuad(from + (<usize>quad) * rowBytes, rowBytes, min(4, count - quad), centre + ((<usize>k) << 2), length, leftQuad(quad, length));
      addRun(count, panels + ((<usize>k) << 5), inner, length, columnCount, to);
    }
  }
}

function leftQuad(row: i32, length: i32): usize {
  return scratch + TILE_BYTES + (((<usize>row) * (<usize>length)) << 2);
}

function startFromBias(product: usize, rowCount: i32, columnCount: i32, bias: usize): void {
  const rowBytes = (<usize>columnCount) << 2;
  for (let row = 0; row < rowCount; row++) memory.copy(product + (<usize>row) * rowBytes, bias, rowBytes);
}

/** Adds the products of the rows in scratch with a run of every panel. */
function addRun(rowCount: i32, panels: usize, inner: i32, length: i32, columnCount: i32, product: usize): void {
  const panelBytes = (<usize>inner) << 5;
  const rowBytes = (<usize>columnCount) << 2;
  for (let column = 0; column < columnCount; column += 8) {
    const right = panels + ((<usize>column) >> 3) * panelBytes;
    const width = min(8, columnCount - column);
    for (let row = 0; row < rowCount; row += 4) {
      multiplyFloats(leftQuad(row, length), right, length, scratch);
      const to = product + (<usize>row) * rowBytes + ((<usize>column) << 2);
      addTile(scratch, to, rowBytes, min(4, rowCount - row), width);
    }
  }
}

function addTile(tile: usize, to: usize, rowBytes: usize, height: i32, width: i32): void {
  for (let row = 0; row < height; row++) {
    if (width === 8) {
      v128.store(to, f32x4.add(v128.load(to), v128.load(tile)));
      v128.store(to, f32x4.add(v128.load(to, 16), v128.load(tile, 16)), 16);
    } else {
      for (let column: usize = 0; column < (<usize>width) << 2; column += 4)
        store<f32>(to + column, load<f32>(to + column) + load<f32>(tile + column));
    }
    tile += 32;
    to += rowBytes;
  }
}
