import type { DrawValues } from '../../../compiled/image-kernels.ts';

/** The same as the compiled kernel, bit for bit. */
export function plainDrawValues(values: Float32Array, bytes: Uint8Array, result: Float32Array): DrawValues {
  return (image, height, width, areRowsMirrored, areColumnsMirrored, right, down, fill) => {
    const left = Math.min(width, Math.max(0, right));
    const end = Math.max(left, Math.min(width, width + right));
    const step = areColumnsMirrored ? -1 : 1;
    for (let row = 0; row < height; row++) {
      const to = image + row * width;
      const unmoved = row - down;
      if (unmoved < 0 || unmoved >= height) {
        result.fill(fill, to, to + width);
        continue;
      }
      const from = image + (areRowsMirrored ? height - 1 - unmoved : unmoved) * width;
      let pixel = from + (areColumnsMirrored ? width - 1 - left + right : left - right);
      result.fill(fill, to, to + left);
      for (let column = left; column < end; column++, pixel += step)
        result[to + column] = values[bytes[pixel] as number] as number;
      result.fill(fill, to + end, to + width);
    }
  };
}
