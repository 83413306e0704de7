import { createInlinePool } from '@fashion-mnist/kernels';
import { shuffledImages } from '../data/shuffled-images.ts';
import { CASE_IMAGES } from '../kernel-cases/kernel-case.ts';
import { KERNEL_CASES } from '../kernel-cases/kernel-cases.ts';
import { kernelContender } from '../kernel-cases/kernel-contender.ts';
import type { Benchmark } from '../runner/benchmark.ts';

const TWIN = 'TypeScript';
const COMPILED = 'compiled';

/** Whether each kernel earns its place: at least twice as fast as the plain TypeScript that says what it does. */
export const kernels: Benchmark = {
  name: 'kernels',
  question: 'How much faster is each compiled kernel than its twin in TypeScript, on one thread?',
  rounds: 3,
  async prepare(cleanup) {
    const { data } = (await shuffledImages(CASE_IMAGES)).samples;
    const compiled = await createInlinePool();
    const twins = await createInlinePool({ kernels: 'typescript' });
    cleanup.defer(() => compiled.dispose());
    cleanup.defer(() => twins.dispose());
    return Object.entries(KERNEL_CASES).map(([kernel, kernelCase]) => {
      if ('reason' in kernelCase) {
        return { title: kernel, unit: 'ms', contenders: [{ name: COMPILED, reason: kernelCase.reason }] };
      }
      return {
        title: `${kernel}, ${kernelCase.size}`,
        unit: 'ms',
        contenders: [
          kernelContender(COMPILED, compiled, data, kernelCase),
          kernelContender(TWIN, twins, data, kernelCase),
        ],
        targets: [{ of: TWIN, to: COMPILED, bound: { atLeast: 2 } }],
      };
    });
  },
};
