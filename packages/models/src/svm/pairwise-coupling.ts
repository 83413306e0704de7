/**
 * The probabilities of classes that agree best with those of all pairs.
 *
 * @param isFirst - `isFirst[a][b]`: the probability of `a` among `a` and `b`, above 0 and below 1.
 * @see Wu, Lin & Weng 2004, "Probability estimates for multi-class classification by pairwise coupling", algorithm 2.
 */
export function coupledProbabilities(isFirst: readonly Float64Array[]): Float64Array {
  const classCount = isFirst.length;
  const q = isFirst.map((row, t) =>
    row.map((probability, j) => (j === t ? sumOfSquares(isFirst, t) : -isFirst[j]![t]! * probability)),
  );
  const p = new Float64Array(classCount).fill(1 / classCount);
  const limit = 0.005 / classCount;
  for (let pass = 0; pass < Math.max(100, classCount); pass++) {
    const qp = Float64Array.from(q, (row) => row.reduce((sum, value, j) => sum + value * p[j]!, 0));
    let pqp = p.reduce((sum, value, t) => sum + value * qp[t]!, 0);
    if (qp.every((value) => Math.abs(value - pqp) < limit)) break;
    for (let t = 0; t < classCount; t++) {
      const change = (pqp - qp[t]!) / q[t]![t]!;
      p[t]! += change;
      pqp = (pqp + change * (change * q[t]![t]! + 2 * qp[t]!)) / (1 + change) ** 2;
      for (let j = 0; j < classCount; j++) {
        qp[j] = (qp[j]! + change * q[t]![j]!) / (1 + change);
        p[j]! /= 1 + change;
      }
    }
  }
  return p;
}

/** Of the probabilities of all other classes against `t`. */
function sumOfSquares(isFirst: readonly Float64Array[], t: number): number {
  return isFirst.reduce((sum, row, other) => (other === t ? sum : sum + row[t]! ** 2), 0);
}
