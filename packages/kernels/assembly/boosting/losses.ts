/** Loss, negative gradient and curvature of the logarithmic loss of three classes or more. Items are rows. */
export function softmaxGradients(
  scores: usize, rowCount: i32, classCount: i32, codes: usize, gradients: usize, curvatures: usize, losses: usize,
  begin: i32, end: i32,
): void {
  const stride = (<usize>rowCount) << 3;
  for (let row = begin; row < end; row++) {
    const column = (<usize>row) << 3;
    let largest = -Infinity, sum: f64 = 0;
    for (let k = 0, at = scores + column; k < classCount; k++, at += stride) largest = max(largest, load<f64>(at));
    for (let k = 0, at = column; k < classCount; k++, at += stride) {
      const exponential = Math.exp(load<f64>(scores + at) - largest);
      sum += exponential;
      store<f64>(gradients + at, exponential);
    }
    const code = load<i32>(codes + ((<usize>row) << 2));
    store<f64>(losses + column, Math.log(sum) + largest - load<f64>(scores + column + (<usize>code) * stride));
    for (let k = 0, at = column; k < classCount; k++, at += stride) {
      const probability = load<f64>(gradients + at) / sum;
      store<f64>(gradients + at, (k === code ? 1.0 : 0.0) - probability);
      store<f64>(curvatures + at, probability * (1 - probability));
    }
  }
}
