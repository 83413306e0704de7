import { expect, it } from 'vitest';
import { createTrainingRecord } from './training-record.ts';

const outcome = (epoch: number) => ({
  epoch,
  heldOut: { loss: 1, accuracy: 0.5 },
  predicted: Uint8Array.of(0),
  places: Float32Array.of(0, 0),
});

it('shows the latest epoch as it comes', () => {
  const { listener, shown } = createTrainingRecord();
  expect(shown.value).toBeUndefined();
  listener.epoch(outcome(0));
  listener.epoch(outcome(1));
  expect(shown.value?.epoch).toBe(1);
});

it('stays with the epoch that the reader has gone back to, until the latest one is chosen', () => {
  const { listener, shown, show } = createTrainingRecord();
  listener.epoch(outcome(0));
  listener.epoch(outcome(1));
  show(0);
  listener.epoch(outcome(2));
  expect(shown.value?.epoch).toBe(0);
  show(2);
  listener.epoch(outcome(3));
  expect(shown.value?.epoch).toBe(3);
});

it('draws every point that was told, however quickly they came', () => {
  const { listener, curve, flush } = createTrainingRecord();
  for (const epoch of [0.1, 0.2, 0.3]) {
    const point = { epoch, loss: 1, accuracy: 0.5 };
    listener.progress({ stage: 'train', share: epoch, rate: 1, secondsLeft: 1, point });
  }
  flush();
  expect(curve.value.map(({ epoch }) => epoch)).toEqual([0.1, 0.2, 0.3]);
});

it('forgets all of it', () => {
  const { listener, curve, outcomes, clear } = createTrainingRecord();
  listener.epoch(outcome(0));
  clear();
  expect([curve.value, outcomes.value]).toEqual([[], []]);
});
