import {
  grad,
  mul,
  type Scalar,
  sum,
  type Tensor,
  tensor,
  variableGrads,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import golden from '../../../test/golden/deep-layers.json' with { type: 'json' };
import { expectClose } from '../../testing/close.ts';
import { softmaxCrossEntropy } from '../fused/softmax-cross-entropy.ts';
import { normalQuantile } from '../initializers/normal-quantile.ts';
import { createNetwork } from '../network/create-network.ts';
import type { Network } from '../network/network.ts';
import { shift } from '../testing/shift.ts';
import { useCpu } from '../testing/use-cpu.ts';
import { parseLayer } from './parse-layer.ts';
import { sequence } from './sequence.ts';

useCpu();

type SavedArray = { readonly shape: readonly number[]; readonly data: readonly number[] };
type Arrays = Readonly<Record<string, SavedArray>>;

/** Expected values are float64's: what is left is rounding in float32, over sums of up to a hundred products. */
const TOLERANCE = 1e-5;

const restored = ({ shape, data }: SavedArray): Tensor => tensor([...data], [...shape]);
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
      expectClose(grads[variableAt(trained, `1.${name}`).name]!.dataSync(), gradients[name]!.data, TOLERANCE);
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

describe('softmaxCrossEntropy', () => {
  const { logits, targets, weights, losses, gradient } = golden.crossEntropy;

  it("gives PyTorch's losses of soft labels, and their gradient", () => {
    const loss = (x: Tensor) => softmaxCrossEntropy(x, restored(targets));
    expectClose(loss(restored(logits)).dataSync(), losses.data, TOLERANCE);
    const weighted = grad((x) => sum(mul(loss(x), restored(weights))));
    expectClose(weighted(restored(logits)).dataSync(), gradient.data, TOLERANCE);
  });
});

describe('normalQuantile', () => {
  it.each(golden.normalQuantile.shares.map((share, i) => [share, golden.normalQuantile.quantiles[i]!]))(
    "is SciPy's at %d",
    (share, expected) => {
      expect(Math.abs(normalQuantile(share) - expected)).toBeLessThan(
        1e-14 * Math.max(Math.abs(expected), 1),
      );
    },
  );
});
