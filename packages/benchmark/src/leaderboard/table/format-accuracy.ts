/** An accuracy with three digits, or with four where it has them, as in the original: `0.950`, `0.8833`. */
export function formatAccuracy(accuracy: number): string {
  return accuracy.toFixed(4).replace(/0$/, '');
}
