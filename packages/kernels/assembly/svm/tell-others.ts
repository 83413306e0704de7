import { scratch } from '../scratch';
import { keptUp } from './solve-held';
import { gradients, held, moves, rows, size } from './variables';

/** Columns whose gradients stay in the nearest cache while row after row is taken to them. */
const STRIP: i32 = 512;
const TOGETHER: i32 = 4;

/** Takes what the held variables have moved to the gradients of all others. */
export function tellOthers(): void {
  addMoves(listMoves(), keptUp(), (size + 3) & ~3);
}

/** Takes listed moves to the gradients of the variables `begin..end - 1`, whole fours of them. */
export function addMoves(count: i32, begin: i32, end: i32): void {
  while (count & (TOGETHER - 1)) listMove(count++, 0, 0);
  for (let column = begin; column < end; column += STRIP) {
    const stripEnd = min(column + STRIP, end);
    for (let entry = 0; entry < count; entry += TOGETHER) addRows(scratch + ((<usize>entry) << 4), column, stripEnd);
  }
}

/** Lists all moves, and forgets them. */
function listMoves(): i32 {
  let count = 0;
  for (let place = 0; place < held; place++) {
    const move = moves + ((<usize>place) << 3);
    if (load<f64>(move) === 0) continue;
    listMove(count++, place, load<f64>(move));
    store<f64>(move, 0);
  }
  return count;
}

/** Enters the row of a held variable and its move into a list: 16 bytes. */
export function listMove(entry: i32, place: i32, move: f64): void {
  const at = scratch + ((<usize>entry) << 4);
  store<f64>(at, move);
  store<u32>(at, load<u32>(rows + ((<usize>place) << 2)), 8);
}

function addRows(entries: usize, begin: i32, end: i32): void {
  const m0 = v128.load64_splat(entries), m1 = v128.load64_splat(entries, 16);
  const m2 = v128.load64_splat(entries, 32), m3 = v128.load64_splat(entries, 48);
  const r0 = <usize>load<u32>(entries, 8), r1 = <usize>load<u32>(entries, 24);
  const r2 = <usize>load<u32>(entries, 40), r3 = <usize>load<u32>(entries, 56);
  for (let column = begin; column < end; column += 4) {
    const p = (<usize>column) << 2, q = (<usize>column) << 3;
    const a = v128.load(r0 + p), b = v128.load(r1 + p), c = v128.load(r2 + p), d = v128.load(r3 + p);
    const low = f64x2.add(
      f64x2.add(f64x2.mul(m0, f64x2.promote_low_f32x4(a)), f64x2.mul(m1, f64x2.promote_low_f32x4(b))),
      f64x2.add(f64x2.mul(m2, f64x2.promote_low_f32x4(c)), f64x2.mul(m3, f64x2.promote_low_f32x4(d))),
    );
    const high = f64x2.add(
      f64x2.add(f64x2.mul(m0, promoteHigh(a)), f64x2.mul(m1, promoteHigh(b))),
      f64x2.add(f64x2.mul(m2, promoteHigh(c)), f64x2.mul(m3, promoteHigh(d))),
    );
    v128.store(gradients + q, f64x2.sub(v128.load(gradients + q), low));
    v128.store(gradients + q, f64x2.sub(v128.load(gradients + q, 16), high), 16);
  }
}

function promoteHigh(v: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<i64>(v, v, 1, 1));
}
