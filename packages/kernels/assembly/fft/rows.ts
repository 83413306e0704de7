import { scratch } from '../scratch';
import { ROW_BYTES, transformStrip } from './strip';

/**
 * Transforms panels along their other axis, and keeps one part (0 real, 1 imaginary) of every number, times the gains
 * of its two frequencies: a table of half a spectrum, panel after panel. Item `i` is frequencies `4 i` to `4 i + 3`.
 */
export function fftRowsPart(
  size: i32,
  panels: usize,
  part: i32,
  gains: usize,
  table: usize,
  twiddles: usize,
  begin: i32,
  end: i32,
): void {
  const bytes = <usize>size * ROW_BYTES;
  for (let item = begin; item < end; item++) {
    const columnGains = v128.load(gains + ((<usize>item) << 4));
    let from = transformStrip(size, panels + <usize>item * bytes, scratch, scratch + bytes, twiddles);
    from += <usize>part << 4;
    let to = table + ((<usize>(item * size)) << 4);
    for (let k = 0; k < size; k++, from += ROW_BYTES, to += 16) {
      const gain = f32x4.mul(columnGains, v128.load32_splat(gains + ((<usize>k) << 2)));
      v128.store(to, f32x4.mul(v128.load(from), gain));
    }
  }
}
