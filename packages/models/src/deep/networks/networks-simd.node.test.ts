import { dispose, mean, type Scalar, square, sub, type Tensor, variableGrads } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { createNetwork } from '../network/create-network.ts';
import { parameterCount } from '../network/places.ts';
import { randomTensor } from '../testing/random-tensor.ts';
import { useSimd } from '../testing/use-simd.ts';
import { networks } from './networks.ts';

useSimd();

/** Drawing tens of millions of parameters takes longer than all the rest. */
const MOST_PARAMETERS = 4e6;

const small = Object.values(networks).filter(
  ({ build, inputShape }) => parameterCount(build(), inputShape) <= MOST_PARAMETERS,
);

it.each(small.map((builder) => [builder.name, builder] as const))(
  '%s answers, and a step of training reaches all its parameters',
  (name, { build, inputShape }) => {
    const network = createNetwork(build(), { name, inputShape, seed: 1 });
    const x = randomTensor([4, ...inputShape]);
    const targets = randomTensor([4, ...network.outputShape], 2);
    const answers = network.predict(x);
    expect(answers.shape).toEqual([4, 10]);
    expect(isAllFinite(answers)).toBe(true);
    const learned = network.parameters.filter(({ spec }) => spec.isTrainable);
    const { value, grads } = variableGrads(() =>
      mean<Scalar>(square(sub(network.train(x, { seed: 1 }), targets))),
    );
    const unreached = learned.filter(({ variable }) => !isReached(grads[variable.name]!));
    expect(unreached.map(({ path }) => path)).toEqual([]);
    dispose([x, targets, answers, value, ...Object.values(grads)]);
    network.dispose();
  },
);

function isAllFinite(values: Tensor): boolean {
  return values.dataSync().every((value) => Number.isFinite(value));
}

function isReached(gradient: Tensor): boolean {
  return isAllFinite(gradient) && gradient.dataSync().some((value) => value !== 0);
}
