/** Where a unit lies in a panel, then the unit of each vector of the quad. */
const ENTRY_BYTES: usize = 20;
const HEADER_BYTES: usize = 16;

/** Room for a quad that is nowhere zero. */
export function sparseQuadBytes(units: i32): usize {
  return HEADER_BYTES + (<usize>units) * ENTRY_BYTES;
}

/** Lists the units at which one of four vectors of int16 is not zero. Those of the vectors are 32 bytes apart. */
export function packSparseQuad(v0: usize, v1: usize, v2: usize, v3: usize, units: i32, quad: usize): void {
  let entry = quad + HEADER_BYTES;
  for (let at: usize = 0, end = (<usize>units) << 5; at < end; at += 32) {
    const a = load<i32>(v0 + at), b = load<i32>(v1 + at), c = load<i32>(v2 + at), d = load<i32>(v3 + at);
    if ((a | b | c | d) === 0) continue;
    store<u32>(entry, <u32>at);
    store<i32>(entry, a, 4);
    store<i32>(entry, b, 8);
    store<i32>(entry, c, 12);
    store<i32>(entry, d, 16);
    entry += ENTRY_BYTES;
  }
  store<u32>(quad, <u32>entry);
}

/** Inner products of the vectors of sparse quads with those of panels, int32. @see multiplyQuads */
export function multiplySparseQuads(
  quads: usize, quadCount: i32, panels: usize, panelCount: i32, units: i32, products: usize, rowBytes: usize,
): void {
  const quadBytes = sparseQuadBytes(units), panelBytes = (<usize>units) << 5;
  for (let panel = 0; panel < panelCount; panel++) {
    const right = panels + (<usize>panel) * panelBytes;
    for (let quad = 0; quad < quadCount; quad++) {
      const to = products + (<usize>(4 * quad)) * rowBytes + ((<usize>panel) << 5);
      multiplySparseTile(quads + (<usize>quad) * quadBytes, right, to, rowBytes);
    }
  }
}

function multiplySparseTile(quad: usize, panel: usize, to: usize, rowBytes: usize): void {
  let s00 = i32x4.splat(0), s01 = s00, s10 = s00, s11 = s00;
  let s20 = s00, s21 = s00, s30 = s00, s31 = s00;
  const end = <usize>load<u32>(quad);
  for (let entry = quad + HEADER_BYTES; entry < end; entry += ENTRY_BYTES) {
    const right = panel + <usize>load<u32>(entry);
    const r0 = v128.load(right), r1 = v128.load(right, 16);
    const l0 = v128.load32_splat(entry, 4), l1 = v128.load32_splat(entry, 8);
    const l2 = v128.load32_splat(entry, 12), l3 = v128.load32_splat(entry, 16);
    s00 = i32x4.add(s00, i32x4.dot_i16x8_s(l0, r0));
    s01 = i32x4.add(s01, i32x4.dot_i16x8_s(l0, r1));
    s10 = i32x4.add(s10, i32x4.dot_i16x8_s(l1, r0));
    s11 = i32x4.add(s11, i32x4.dot_i16x8_s(l1, r1));
    s20 = i32x4.add(s20, i32x4.dot_i16x8_s(l2, r0));
    s21 = i32x4.add(s21, i32x4.dot_i16x8_s(l2, r1));
    s30 = i32x4.add(s30, i32x4.dot_i16x8_s(l3, r0));
    s31 = i32x4.add(s31, i32x4.dot_i16x8_s(l3, r1));
  }
  v128.store(to, s00);
  v128.store(to, s01, 16);
  v128.store(to + rowBytes, s10);
  v128.store(to + rowBytes, s11, 16);
  v128.store(to + 2 * rowBytes, s20);
  v128.store(to + 2 * rowBytes, s21, 16);
  v128.store(to + 3 * rowBytes, s30);
  v128.store(to + 3 * rowBytes, s31, 16);
}
