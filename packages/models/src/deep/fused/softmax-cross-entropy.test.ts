import { grad, mul, sum, type Tensor } from '@tensorflow/tfjs-core';
import { describe, it } from 'vitest';
import golden from '../../../test/golden/deep-layers.json' with { type: 'json' };
import { expectClose } from '../../testing/close.ts';
import { restored } from '../testing/saved-array.ts';
import { useCpu } from '../testing/use-cpu.ts';
import { softmaxCrossEntropy } from './softmax-cross-entropy.ts';

useCpu();

/** Expected values are float64's; these are rounded to float32. */
const TOLERANCE = 1e-6;

describe('softmaxCrossEntropy', () => {
  const { logits, targets, weights, losses, gradient } = golden.crossEntropy;

  it("gives PyTorch's losses of soft labels, and their gradient", () => {
    const loss = (x: Tensor) => softmaxCrossEntropy(x, restored(targets));
    expectClose(loss(restored(logits)).dataSync(), losses.data, TOLERANCE);
    const weighted = grad((x) => sum(mul(loss(x), restored(weights))));
    expectClose(weighted(restored(logits)).dataSync(), gradient.data, TOLERANCE);
  });
});
