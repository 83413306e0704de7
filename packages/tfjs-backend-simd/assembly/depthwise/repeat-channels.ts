/** Each value `times` times, one after the other. Items are values. */
export function repeatValues(values: usize, times: i32, repeated: usize, begin: i32, end: i32): void {
  let to = repeated + ((<usize>begin * <usize>times) << 2);
  for (let item = begin; item < end; item++) {
    const value = load<f32>(values + ((<usize>item) << 2));
    for (let i = 0; i < times; i++) {
      store<f32>(to, value);
      to += 4;
    }
  }
}

/** Sums of `times` values that follow each other. Items are sums. */
export function sumRepeats(repeated: usize, times: i32, sums: usize, begin: i32, end: i32): void {
  let from = repeated + ((<usize>begin * <usize>times) << 2);
  for (let item = begin; item < end; item++) {
    let sum: f32 = 0;
    for (let i = 0; i < times; i++) {
      sum += load<f32>(from);
      from += 4;
    }
    store<f32>(sums + ((<usize>item) << 2), sum);
  }
}
