import { type Tensor2D, tensor2d, valueAndGrad } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import golden from '../../../test/golden/training.json' with { type: 'json' };
import { expectClose } from '../../testing/close.ts';
import { useCpu } from '../testing/use-cpu.ts';
import { computeLoss } from './compute-loss.ts';
import { crossEntropy } from './cross-entropy.ts';
import { parseLoss } from './loss.ts';
import { triplet } from './triplet.ts';

useCpu();
const shape = golden.shape as [number, number];

describe.each(golden.losses.map((each) => ({ name: JSON.stringify(each.loss), ...each })))(
  '$name',
  ({ loss, answers, targets, value, gradient }) => {
    it('has the value and the gradient that PyTorch finds', () => {
      const compute = (x: Tensor2D) => computeLoss(parseLoss(loss), x, tensor2d(targets, shape));
      const actual = valueAndGrad<Tensor2D, Tensor2D>(compute as never)(tensor2d(answers, shape));
      expectClose(actual.value.dataSync(), [value], 1e-6);
      expectClose(actual.grad.dataSync(), gradient, 2e-6);
    });
  },
);

describe('triplet', () => {
  it('is 0, with no slope, where no image has both a positive and a negative', () => {
    const compute = (x: Tensor2D) => computeLoss(triplet(), x, tensor2d([1, 0, 0, 1], [2, 2]));
    const { value, grad } = valueAndGrad<Tensor2D, Tensor2D>(compute as never)(
      tensor2d([1, 2, 3, 4], [2, 2]),
    );
    expect([...value.dataSync(), ...grad.dataSync()]).toEqual([0, 0, 0, 0, 0]);
  });

  it('has a finite slope where two images have the same features', () => {
    const compute = (x: Tensor2D) => computeLoss(triplet(), x, tensor2d([1, 0, 1, 0, 0, 1], [3, 2]));
    const { grad } = valueAndGrad<Tensor2D, Tensor2D>(compute as never)(tensor2d([1, 1, 1, 1, 1, 1], [3, 2]));
    expect(grad.dataSync().every(Number.isFinite)).toBe(true);
  });
});

describe('cross-entropy', () => {
  it('stays finite for logits far apart', () => {
    const loss = computeLoss(crossEntropy(), tensor2d([1000, -1000], [1, 2]), tensor2d([0, 1], [1, 2]));
    expect(loss.dataSync()[0]).toBe(2000);
  });
});

describe('a description', () => {
  it('goes to JSON and back', () => {
    const loss = crossEntropy({ labelSmoothing: 0.1 });
    expect(parseLoss(JSON.parse(JSON.stringify(loss)))).toEqual(loss);
  });

  it.each([
    [{ kind: 'guess' }, /loss.kind: expected one of cross-entropy, .*, got "guess"/],
    [{ kind: 'toString' }, /loss.kind: expected one of/],
    [null, /loss: expected { kind, … }/],
    [{ kind: 'hinge', labelSmoothing: 0 }, /hinge: expected one of penalty, got the option labelSmoothing/],
    [{ kind: 'cross-entropy', labelSmoothing: 1 }, /crossEntropy.labelSmoothing: expected a number/],
  ])('is refused when it is %j', (description, message) => {
    expect(() => parseLoss(description)).toThrow(message);
    expect(() => parseLoss(description)).toThrow(expect.objectContaining({ code: 'E_OPTION' }));
  });
});
