import { describe, expect, it } from 'vitest';
import { describeEpoch, describeStep } from './describe-training.ts';

const EVENT = {
  stage: 'train',
  unit: 'images',
  epoch: 2,
  completed: 60_000,
  total: 120_000,
  loss: 0.51234,
  accuracy: 0.87,
  rate: 1234.5,
  secondsLeft: 75,
} as const;
const means = Array.from({ length: 16 }, (_, part) => (part < 8 ? 8 - part : undefined));

describe('describeStep', () => {
  it('has the losses so far as a bar, and figures', () => {
    expect(describeStep(EVENT, { epochs: 3, means, width: 200 })).toBe(
      '█▇▆▅▄▃▂▁░░░░░░░░  50 % epoch 2/3, loss 0.5123, accuracy 0.8700, 1 min 15 s left, 1,235 images/s',
    );
  });

  it.each([95, 80, 60, 40])('leaves the last figures out where %d characters must do', (width) => {
    const line = describeStep(EVENT, { epochs: 3, means, width });
    expect(line.length).toBeLessThanOrEqual(width);
    expect(line).toMatch(/50 % epoch 2\/3/);
  });
});

describe('describeEpoch', () => {
  it('tells the figures of training, of what is held out, and how fast it was', () => {
    const report = { epoch: 1, loss: 1, accuracy: 0.5, validation: { loss: 0.8, accuracy: 0.75 } };
    expect(describeEpoch(report, { epochs: 2, rate: 99.6 })).toBe(
      'epoch 1 of 2: loss 1.0000, accuracy 0.5000; held out: loss 0.8000, accuracy 0.7500; 100 images/s',
    );
  });

  it('tells no accuracy where there is none', () => {
    const report = { epoch: 1, loss: 1, accuracy: null, validation: null };
    expect(describeEpoch(report, { epochs: 1, rate: undefined })).toBe('epoch 1 of 1: loss 1.0000');
  });
});
