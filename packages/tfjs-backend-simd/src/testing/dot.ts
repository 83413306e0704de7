interface Numbers {
  readonly values: ArrayLike<number>;
}

/** The sum of products, in float64. */
export function dot(a: Numbers, b: Numbers): number {
  let sum = 0;
  for (let index = 0; index < a.values.length; index++)
    sum += (a.values[index] as number) * (b.values[index] as number);
  return sum;
}
