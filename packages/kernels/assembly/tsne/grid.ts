import { sumF32 } from '../lanes';
import { scratch } from '../scratch';
import { SPLINE_NODES, splineHead, splineTail } from './splines';

/** Rows of nodes that one call of a spread has for itself. */
const BAND_ROWS: i32 = 8;

/** How many nodes from the origin a point lies along an axis; one that lies outside counts as on the edge. */
function placeOf(coordinate: f32, origin: f32, nodesPerUnit: f32, side: i32): f32 {
  return min<f32>(max<f32>((coordinate - origin) * nodesPerUnit, 0), <f32>(side - BAND_ROWS));
}

/** In which band of rows each point begins. */
export function tsneBands(
  points: usize,
  originY: f32,
  nodesPerUnit: f32,
  side: i32,
  bands: usize,
  begin: i32,
  end: i32,
): void {
  for (let i = begin; i < end; i++) {
    const y = load<f32>(points + ((<usize>i) << 3), 4);
    const row = <i32>placeOf(y, originY, nodesPerUnit, side);
    store<i32>(bands + ((<usize>i) << 2), row / BAND_ROWS);
  }
}

/**
 * Spreads points, sorted by band, onto the nodes around them. Item `i` is band `2 i + parity`: what spills over from
 * an even band belongs to an odd one, which comes in a later command. The even ones clear both.
 */
export function tsneSpread(
  points: usize,
  order: usize,
  starts: usize,
  originX: f32,
  originY: f32,
  nodesPerUnit: f32,
  side: i32,
  parity: i32,
  field: usize,
  begin: i32,
  end: i32,
): void {
  const bandCount = side / BAND_ROWS;
  const bandBytes = ((<usize>side) << 2) * <usize>BAND_ROWS;
  for (let item = begin; item < end; item++) {
    const band = 2 * item + parity;
    if (parity == 0) memory.fill(field + <usize>band * bandBytes, 0, <usize>min(2, bandCount - band) * bandBytes);
    const last = load<i32>(starts + ((<usize>band) << 2), 4);
    for (let i = load<i32>(starts + ((<usize>band) << 2)); i < last; i++) {
      const point = points + ((<usize>load<i32>(order + ((<usize>i) << 2))) << 3);
      const x = placeOf(load<f32>(point), originX, nodesPerUnit, side);
      const y = placeOf(load<f32>(point, 4), originY, nodesPerUnit, side);
      const column = <i32>x;
      const row = <i32>y;
      addPoint(field, side, column, row, x - <f32>column, y - <f32>row);
    }
  }
}

function addPoint(field: usize, side: i32, column: i32, row: i32, alongX: f32, alongY: f32): void {
  const head = splineHead(f32x4.splat(alongX));
  const tail = splineTail(f32x4.splat(alongX));
  v128.store(scratch, splineHead(f32x4.splat(alongY)));
  v128.store(scratch, splineTail(f32x4.splat(alongY)), 16);
  const rowBytes = (<usize>side) << 2;
  let to = field + ((<usize>(row * side + column)) << 2);
  for (let node = 0; node < SPLINE_NODES; node++, to += rowBytes) {
    const share = v128.load32_splat(scratch + ((<usize>node) << 2));
    v128.store(to, f32x4.add(v128.load(to), f32x4.mul(head, share)));
    v128.store(to, f32x4.add(v128.load(to, 16), f32x4.mul(tail, share)), 16);
  }
}

/** Takes two fields at the places of points, in the given order, from the nodes around each. */
export function tsneGather(
  points: usize,
  order: usize,
  originX: f32,
  originY: f32,
  nodesPerUnit: f32,
  side: i32,
  fieldX: usize,
  fieldY: usize,
  forces: usize,
  begin: i32,
  end: i32,
): void {
  for (let i = begin; i < end; i++) {
    const point = (<usize>load<i32>(order + ((<usize>i) << 2))) << 3;
    const x = placeOf(load<f32>(points + point), originX, nodesPerUnit, side);
    const y = placeOf(load<f32>(points + point, 4), originY, nodesPerUnit, side);
    const column = <i32>x;
    const row = <i32>y;
    takePoint(fieldX, fieldY, side, column, row, x - <f32>column, y - <f32>row, forces + point);
  }
}

function takePoint(
  fieldX: usize,
  fieldY: usize,
  side: i32,
  column: i32,
  row: i32,
  alongX: f32,
  alongY: f32,
  to: usize,
): void {
  v128.store(scratch, splineHead(f32x4.splat(alongY)));
  v128.store(scratch, splineTail(f32x4.splat(alongY)), 16);
  let headX = f32x4.splat(0);
  let tailX = f32x4.splat(0);
  let headY = f32x4.splat(0);
  let tailY = f32x4.splat(0);
  let at = (<usize>(row * side + column)) << 2;
  for (let node = 0; node < SPLINE_NODES; node++, at += (<usize>side) << 2) {
    const share = v128.load32_splat(scratch + ((<usize>node) << 2));
    headX = f32x4.add(headX, f32x4.mul(share, v128.load(fieldX + at)));
    tailX = f32x4.add(tailX, f32x4.mul(share, v128.load(fieldX + at, 16)));
    headY = f32x4.add(headY, f32x4.mul(share, v128.load(fieldY + at)));
    tailY = f32x4.add(tailY, f32x4.mul(share, v128.load(fieldY + at, 16)));
  }
  const head = splineHead(f32x4.splat(alongX));
  const tail = splineTail(f32x4.splat(alongX));
  store<f32>(to, sumF32(f32x4.add(f32x4.mul(head, headX), f32x4.mul(tail, tailX))));
  store<f32>(to, sumF32(f32x4.add(f32x4.mul(head, headY), f32x4.mul(tail, tailY))), 4);
}
