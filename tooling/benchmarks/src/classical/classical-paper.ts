import { ourPool } from '../embedding/our-pool.ts';
import type { Benchmark, Comparison } from '../runner/benchmark.ts';
import { ourClassifier } from './our-classifier.ts';
import { PAPER_ROWS } from './paper-rows.ts';
import { splitImages } from './split-images.ts';

/** How far from the published figure, which is that of scikit-learn in 2017 on shuffled images. */
const WITHIN = 0.01;

/** The MNIST column of the paper, whose files have not changed since; the Fashion-MNIST ones have. */
export const classicalPaper: Benchmark = {
  name: 'classical-paper',
  question: "Do our classifiers reach the accuracies of the paper's MNIST column?",
  rounds: 1,
  isSlow: true,
  async prepare(cleanup) {
    const pool = await ourPool(cleanup);
    const images = await splitImages({}, 'mnist');
    const comparisons: Comparison[] = [];
    for (const { estimator, options, mnist } of PAPER_ROWS) {
      const ours = await ourClassifier({ estimator, options }, images, pool);
      const title = `${estimator} ${JSON.stringify(options)}`;
      const paper = { name: 'paper', measure: () => mnist, warmUp: () => {} };
      const difference = { of: ours.name, minus: paper.name };
      comparisons.push(
        { title: `fit, ${title}`, unit: 'ms', contenders: [ours.fit] },
        { title: `predict, ${title}`, unit: 'ms', contenders: [ours.predict] },
        {
          title: `accuracy, ${title}`,
          unit: '',
          contenders: [ours.accuracy, paper],
          targets: [
            { ...difference, bound: { atLeast: -WITHIN } },
            { ...difference, bound: { atMost: WITHIN } },
          ],
        },
      );
    }
    return comparisons;
  },
};
