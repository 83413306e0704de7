import { type NamedTensorMap, tensor, variable } from '@tensorflow/tfjs-core';
import golden from '../../../test/golden/training.json' with { type: 'json' };
import type { NetworkParameter } from '../network/network.ts';
import { spread } from './spread.ts';

/** The parameters of test/golden/training.py as they begin, and how to free them all. */
export function goldenParameters(): { make(): NetworkParameter[]; freeAll(): void } {
  const made: NetworkParameter[] = [];
  return {
    make() {
      const parameters = Object.entries(golden.sizes).map(([name, size], i) => ({
        path: name,
        spec: {
          name,
          shape: [size],
          initializer: { kind: 'constant', value: 0 } as const,
          isTrainable: true,
          isDecayed: name === 'kernel',
        },
        variable: variable(tensor(spread(size, i))),
      }));
      made.push(...parameters);
      return parameters;
    },
    freeAll() {
      for (const parameter of made.splice(0)) parameter.variable.dispose();
    },
  };
}

/** The gradients of the script's step that has this salt. */
export function gradientsOf(parameters: readonly NetworkParameter[], salt: number): NamedTensorMap {
  return Object.fromEntries(
    parameters.map(({ variable: { name, size } }, i) => [name, tensor(spread(size, salt + i))]),
  );
}
