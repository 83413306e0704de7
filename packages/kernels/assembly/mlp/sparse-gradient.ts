import { scratch } from '../scratch';
import { deltasOf, inputsOf, outputCountOf, panelCount } from './layers';
import { addRows, append } from './sparse';

/** In scratch: the tiles of up to 1,024 panels of outputs, the sums of their derivatives, and eight lists of rows. */
const SUMS: usize = 262144;
const LISTS: usize = 294912;
const ENDS: usize = 360448;
const LISTED_ROWS: i32 = 1024;
const LIST_BYTES: usize = 8192;

/** Leaves the sums over the rows of the derivatives of a layer's outputs in scratch. */
export function sumDeltas(layer: usize, rows: i32, panelBytes: usize): void {
  for (let panel = 0; panel < panelCount(outputCountOf(layer)); panel++) {
    const to = scratch + SUMS + ((<usize>panel) << 5);
    sumRows(deltasOf(layer) + (<usize>panel) * panelBytes, rows, to);
  }
}

/** The sum of the rows of a panel. */
export function sumRows(panel: usize, rows: i32, to: usize): void {
  let low = f32x4.splat(0), high = low;
  for (const end = panel + ((<usize>rows) << 5); panel < end; panel += 32) {
    low = f32x4.add(low, v128.load(panel));
    high = f32x4.add(high, v128.load(panel, 16));
  }
  v128.store(to, low);
  v128.store(to, high, 16);
}

/**
 * Leaves the tiles of eight inputs with all panels of outputs in scratch, one behind the other. Inputs count as less
 * `centre`; `sumDeltas` has gone before.
 */
export function sumSparseTiles(layer: usize, item: i32, rows: i32, panelBytes: usize, centre: usize): void {
  const panels = panelCount(outputCountOf(layer));
  const inputs = inputsOf(layer) + (<usize>item) * panelBytes;
  memory.fill(scratch, 0, (<usize>panels) << 8);
  for (let row = 0; row < rows; row += LISTED_ROWS) {
    listRows(inputs, row, min(row + LISTED_ROWS, rows));
    for (let panel = 0; panel < panels; panel += 4) {
      const deltas = deltasOf(layer) + (<usize>panel) * panelBytes;
      const tiles = scratch + ((<usize>panel) << 8);
      for (let i: usize = 0; i < 8; i++) {
        const end = <usize>load<u32>(scratch + ENDS + (i << 2));
        addRows(listOf(i), end, min(4, panels - panel), deltas, panelBytes, tiles + (i << 5), 256);
      }
    }
  }
  for (let panel: usize = 0; panel < <usize>panels; panel++)
    for (let i: usize = 0; i < 8; i++) {
      const tile = scratch + (panel << 8) + (i << 5);
      const sums = scratch + SUMS + (panel << 5);
      const shift = v128.load32_splat(centre + ((<usize>item) << 5) + (i << 2));
      v128.store(tile, f32x4.sub(v128.load(tile), f32x4.mul(shift, v128.load(sums))));
      v128.store(tile, f32x4.sub(v128.load(tile, 16), f32x4.mul(shift, v128.load(sums, 16))), 16);
    }
}

function listOf(input: usize): usize {
  return scratch + LISTS + input * LIST_BYTES;
}

/** Lists, for each of eight inputs, the rows where it is not 0. */
function listRows(inputs: usize, begin: i32, end: i32): void {
  let a = listOf(0), b = listOf(1), c = listOf(2), d = listOf(3);
  let e = listOf(4), f = listOf(5), g = listOf(6), h = listOf(7);
  for (let offset = (<usize>begin) << 5; offset < (<usize>end) << 5; offset += 32) {
    const from = inputs + offset;
    if (!v128.any_true(v128.or(v128.load(from), v128.load(from, 16)))) continue;
    a = append(a, offset, load<u32>(from));
    b = append(b, offset, load<u32>(from, 4));
    c = append(c, offset, load<u32>(from, 8));
    d = append(d, offset, load<u32>(from, 12));
    e = append(e, offset, load<u32>(from, 16));
    f = append(f, offset, load<u32>(from, 20));
    g = append(g, offset, load<u32>(from, 24));
    h = append(h, offset, load<u32>(from, 28));
  }
  const ends = scratch + ENDS;
  store<u32>(ends, a); store<u32>(ends, b, 4); store<u32>(ends, c, 8); store<u32>(ends, d, 12);
  store<u32>(ends, e, 16); store<u32>(ends, f, 20); store<u32>(ends, g, 24); store<u32>(ends, h, 28);
}
