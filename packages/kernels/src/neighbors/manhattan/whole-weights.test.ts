import { describe, expect, it } from 'vitest';
import { wholeWeights } from './whole-weights.ts';

const sumOf = (weights: Int16Array) => weights.reduce((sum, weight) => sum + weight, 0);

describe('wholeWeights', () => {
  it.each([
    ['alike', new Float64Array(784).fill(1 / 80)],
    ['few', Float64Array.of(3, 0, 1e-3)],
    ['of very different size', Float64Array.from({ length: 784 }, (_, i) => 10 ** ((i % 9) - 6))],
    ['tiny', new Float64Array(10).fill(1e-30)],
    ['great', new Float64Array(10).fill(1e30)],
    ['very many', new Float64Array(100_000).fill(0.7)],
  ])('are not above the weights, and their sums fit, for weights %s', (_, weights) => {
    const { steps, inSteps } = wholeWeights(weights);
    inSteps.forEach((whole, i) => expect(whole).toBeLessThanOrEqual(weights[i]! * steps));
    expect(sumOf(inSteps) * 255).toBeLessThan(2 ** 31);
    expect(sumOf(inSteps)).toBeGreaterThan(0);
  });

  it('are close to weights that are alike', () => {
    const { steps, inSteps } = wholeWeights(new Float64Array(784).fill(1 / 80));
    expect(inSteps[0]! / steps / (1 / 80)).toBeGreaterThan(0.999);
  });

  it('are 0 where all weights are', () => {
    expect([...wholeWeights(new Float64Array(2)).inSteps]).toEqual([0, 0]);
  });
});
