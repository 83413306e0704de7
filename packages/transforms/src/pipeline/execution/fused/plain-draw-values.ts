import type { DrawValues } from '../../../compiled/image-kernels.ts';

/** The same as the compiled kernel, bit for bit. For rows as short as these loops are faster than `fill`. */
export function plainDrawValues(values: Float32Array, bytes: Uint8Array, result: Float32Array): DrawValues {
  return (image, height, width, areRowsMirrored, areColumnsMirrored, right, down, fill) => {
    const left = Math.min(width, Math.max(0, right));
    const kept = Math.max(0, Math.min(width, width + right) - left);
    const first = areColumnsMirrored ? width - 1 - left + right : left - right;
    const step = areColumnsMirrored ? -1 : 1;
    let to = image | 0;
    for (let row = 0; row < height; row++) {
      const end = (to + width) | 0;
      const unmoved = row - down;
      if (unmoved >= 0 && unmoved < height) {
        const keptFrom = (to + left) | 0;
        const keptEnd = (keptFrom + kept) | 0;
        for (; to < keptFrom; to = (to + 1) | 0) result[to] = fill;
        let from = (image + (areRowsMirrored ? height - 1 - unmoved : unmoved) * width + first) | 0;
        for (; to < keptEnd; to = (to + 1) | 0) {
          result[to] = values[bytes[from] as number] as number;
          from = (from + step) | 0;
        }
      }
      for (; to < end; to = (to + 1) | 0) result[to] = fill;
    }
  };
}
