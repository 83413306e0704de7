import { BYTES, RESULT, VALUES } from './memory';

const FLOAT_BITS: usize = 2;

/**
 * Writes the values of an image of bytes, mirrored and then moved by whole pixels; `fill` comes in.
 *
 * @param image - Its first pixel among those read, and among those written.
 */
export function drawValues(
  image: i32,
  height: i32,
  width: i32,
  areRowsMirrored: bool,
  areColumnsMirrored: bool,
  right: i32,
  down: i32,
  fill: f32,
): void {
  const from = BYTES + <usize>image;
  const left = min(width, max(0, right));
  const kept = max(0, min(width, width + right) - left);
  const first = areColumnsMirrored ? width - 1 - left + right : left - right;
  const rowBytes = <usize>width << FLOAT_BITS;
  const leftBytes = <usize>left << FLOAT_BITS;
  const keptBytes = <usize>kept << FLOAT_BITS;
  let target = RESULT + (<usize>image << FLOAT_BITS);
  for (let row = 0; row < height; row++) {
    const end = target + rowBytes;
    const unmoved = row - down;
    if (unmoved < 0 || unmoved >= height) fillFloats(target, end, fill);
    else {
      const source = from + <usize>((areRowsMirrored ? height - 1 - unmoved : unmoved) * width + first);
      const keptFrom = target + leftBytes;
      const keptEnd = keptFrom + keptBytes;
      if (left > 0) fillFloats(target, keptFrom, fill);
      if (areColumnsMirrored) lookUpBackward(source, keptFrom, keptEnd);
      else lookUpForward(source, keptFrom, keptEnd);
      if (keptEnd < end) fillFloats(keptEnd, end, fill);
    }
    target = end;
  }
}

function lookUpForward(from: usize, to: usize, end: usize): void {
  let source = from;
  let target = to;
  for (; target + 16 <= end; target += 16, source += 4) {
    store<f32>(target, valueOf(load<u8>(source)));
    store<f32>(target, valueOf(load<u8>(source, 1)), 4);
    store<f32>(target, valueOf(load<u8>(source, 2)), 8);
    store<f32>(target, valueOf(load<u8>(source, 3)), 12);
  }
  for (; target < end; target += 4, source += 1) store<f32>(target, valueOf(load<u8>(source)));
}

/** From the last byte to the first. */
function lookUpBackward(from: usize, to: usize, end: usize): void {
  let source = from;
  let target = to;
  for (; target + 16 <= end; target += 16, source -= 4) {
    store<f32>(target, valueOf(load<u8>(source)));
    store<f32>(target, valueOf(load<u8>(source - 3, 2)), 4);
    store<f32>(target, valueOf(load<u8>(source - 3, 1)), 8);
    store<f32>(target, valueOf(load<u8>(source - 3)), 12);
  }
  for (; target < end; target += 4, source -= 1) store<f32>(target, valueOf(load<u8>(source)));
}

function valueOf(byte: u8): f32 {
  return load<f32>(VALUES + (<usize>byte << FLOAT_BITS));
}

function fillFloats(from: usize, end: usize, value: f32): void {
  let at = from;
  for (; at + 16 <= end; at += 16) v128.store(at, f32x4.splat(value));
  for (; at < end; at += 4) store<f32>(at, value);
}
