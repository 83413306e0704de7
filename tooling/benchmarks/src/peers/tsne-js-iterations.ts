import TSNE from 'tsne-js';

const OPTIONS = {
  dim: 2,
  perplexity: 30,
  earlyExaggeration: 4,
  learningRate: 100,
  nIter: 1000,
  metric: 'euclidean',
} as const;

/**
 * Milliseconds that one iteration of tsne-js takes, without what it does before the first.
 *
 * @param count - Iterations after which it is stopped; it has no option for so few.
 */
export function msPerIteration(rows: readonly (readonly number[])[], count: number): number {
  const engine = new TSNE(OPTIONS);
  engine.init({ data: rows, type: 'dense' });
  const times: number[] = [];
  const stop = new Error('enough iterations');
  engine.on('progressIter', () => {
    times.push(performance.now());
    if (times.length > count) throw stop;
  });
  try {
    engine.run();
  } catch (error) {
    if (error !== stop) throw error;
  }
  return ((times.at(-1) ?? Number.NaN) - (times[0] ?? Number.NaN)) / count;
}
