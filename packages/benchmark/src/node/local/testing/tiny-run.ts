import type { GridConfiguration, Parameters } from '../../../configuration.ts';
import { tinyLoader } from '../../execution/testing/tiny-jobs.ts';
import type { RunBenchmarkOptions } from '../run-benchmark.ts';

export function configuration(name: string, parameter: Parameters = {}): GridConfiguration {
  return { name, parameter, defaults: {} };
}

/** A run of some seconds. */
export function tinyRun(out: string): RunBenchmarkOptions {
  return {
    out,
    dataset: 'tiny',
    loader: tinyLoader,
    workers: 1,
    threads: 1,
    repeats: 3,
    configurations: [
      configuration('GaussianNB'),
      configuration('ExtraTreeClassifier', { max_depth: 2 }),
      configuration('DecisionTreeClassifier', { max_depth: 3 }),
    ],
  };
}
