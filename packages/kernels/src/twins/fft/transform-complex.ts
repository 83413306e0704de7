/** Complex numbers, parts apart. */
export interface ComplexArray {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

export function complexArray(length: number): ComplexArray {
  return { re: new Float64Array(length), im: new Float64Array(length) };
}

/** The discrete Fourier transform, by its smallest factor first: `O(n log n)` for sizes `2^a 3^b`. */
export function transformComplex(values: ComplexArray): ComplexArray {
  const size = values.re.length;
  const radix = [2, 3].find((factor) => size % factor === 0) ?? size;
  if (size === 1) return values;
  const parts = Array.from({ length: radix }, (_, offset) =>
    transformComplex(everyNth(values, radix, offset)),
  );
  const result = complexArray(size);
  for (let k = 0; k < size; k++) {
    parts.forEach((part, offset) => {
      const angle = (-2 * Math.PI * ((k * offset) % size)) / size;
      const at = k % (size / radix);
      result.re[k]! += part.re[at]! * Math.cos(angle) - part.im[at]! * Math.sin(angle);
      result.im[k]! += part.re[at]! * Math.sin(angle) + part.im[at]! * Math.cos(angle);
    });
  }
  return result;
}

function everyNth({ re, im }: ComplexArray, step: number, offset: number): ComplexArray {
  return {
    re: re.filter((_, index) => index % step === offset),
    im: im.filter((_, index) => index % step === offset),
  };
}
