import { grad, mul, type Scalar, sum, type Tensor, variableGrads, zerosLike } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import golden from '../../../test/golden/deep-layers.json' with { type: 'json' };
import { expectClose } from '../../testing/close.ts';
import { parseLayer } from '../layers/parse-layer.ts';
import { sequence } from '../layers/sequence.ts';
import { createNetwork } from '../network/create-network.ts';
import type { Network } from '../network/network.ts';
import { restored, type SavedArray } from './saved-array.ts';
import { shift } from './shift.ts';

type Arrays = Readonly<Record<string, SavedArray>>;

/** Expected values are float64's: what is left is rounding in float32, over sums of up to a hundred products. */
const TOLERANCE = 1e-5;

const variableAt = (network: Network, path: string) =>
  network.parameters.find((parameter) => parameter.path === path)!.variable;

/** The layer behind a shift by 0: nobody asks layers that are given the network's own input for a gradient by it. */
function networkOf(layer: unknown, input: readonly number[], parameters: Arrays): Network {
  const network = createNetwork(sequence(shift(), parseLayer(layer)), {
    name: 'golden',
    inputShape: input,
    seed: 0,
  });
  const first = variableAt(network, '0.shift');
  first.assign(zerosLike(first));
  for (const [name, value] of Object.entries(parameters))
    variableAt(network, `1.${name}`).assign(restored(value));
  return network;
}

/** Holds layers on the backend of a test file against what PyTorch says. */
export function describeGoldenLayers(): void {
  describe.each(golden.cases.map((each) => [each.name, each] as const))('%s', (_name, saved) => {
    const parameters: Arrays = saved.parameters;
    const gradients: Arrays = saved.gradients;
    const network = () => networkOf(saved.layer, saved.x.shape.slice(1), parameters);

    it('gives what the reference gives', () => {
      const y = network().train(restored(saved.x), { seed: 0 });
      expect(y.shape).toEqual(saved.y.shape);
      expectClose(y.dataSync(), saved.y.data, TOLERANCE);
    });

    it("has the reference's gradients", () => {
      const trained = network();
      const x = restored(saved.x);
      const loss = (given: Tensor) =>
        sum<Scalar>(mul(trained.train(given, { seed: 0 }), restored(saved.weights)));
      expectClose(grad(loss)(x).dataSync(), gradients['x']!.data, TOLERANCE);
      const { grads } = variableGrads(() => loss(x));
      for (const name of Object.keys(parameters).filter((each) => each in gradients))
        expectClose(
          grads[variableAt(trained, `1.${name}`).name]!.dataSync(),
          gradients[name]!.data,
          TOLERANCE,
        );
      trained.dispose();
    });

    it('follows the statistics that the reference follows', () => {
      const trained = network();
      trained.train(restored(saved.x), { seed: 0 });
      trained.applyStatistics();
      for (const [name, value] of Object.entries<SavedArray>(saved.followed as never))
        expectClose(variableAt(trained, `1.${name}`).dataSync(), value.data, TOLERANCE);
    });
  });
}
