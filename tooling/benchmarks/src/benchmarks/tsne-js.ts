import { tsne } from '@fashion-mnist/visualize';
import { shuffledImages } from '../data/shuffled-images.ts';
import { imageCountText } from '../embedding/image-count-text.ts';
import { numberRows } from '../embedding/number-rows.ts';
import { ourPool } from '../embedding/our-pool.ts';
import { timeComparison } from '../embedding/time-comparison.ts';
import { msPerIteration } from '../peers/tsne-js-iterations.ts';
import type { Benchmark, Contender } from '../runner/benchmark.ts';
import { perItem } from '../runner/per-item.ts';
import { timed } from '../runner/timed.ts';

const PERPLEXITY = 30;
const ITERATIONS = 1000;
const PEER_ITERATIONS = 10;
const SPEED = { floor: 100, aim: 1000 };

/** tsne-js takes minutes for a whole map: its iterations are compared, and no quality. */
export const tsneJs: Benchmark = {
  name: 'tsne-js',
  question: 'How long for an iteration of t-SNE, in JavaScript?',
  rounds: 3,
  async prepare(cleanup, { imageCount = 1000 }) {
    const { samples } = await shuffledImages(imageCount);
    const pool = await ourPool(cleanup);
    const wholeMap = timed(`tsne, ${ITERATIONS} iterations and all before them`, () =>
      tsne(samples, { perplexity: PERPLEXITY, nIter: ITERATIONS, pool }),
    );
    const ours = perItem(wholeMap, ITERATIONS);
    const rows = numberRows(samples);
    const peer: Contender = {
      name: `tsne-js 1.0.3, ${PEER_ITERATIONS} iterations alone`,
      warmUp: () => {},
      measure: () => msPerIteration(rows, PEER_ITERATIONS),
    };
    return [timeComparison(`one iteration, ${imageCountText(imageCount)}`, ours, peer, SPEED)];
  },
};
