import { expect, it } from 'vitest';
import { createLossTrail } from './loss-trail.ts';

const EPOCHS = 2;
const TOTAL = 40;

function trained(epoch: number, completed: number, loss: number) {
  return { stage: 'train', unit: 'images', total: TOTAL, accuracy: null, epoch, completed, loss } as const;
}

it('has the loss of the images of each part, though events tell the mean of the epoch so far', () => {
  const trail = createLossTrail(4, EPOCHS);
  trail.add(trained(1, 9, 8));
  trail.add(trained(1, 18, 6));
  trail.add(trained(1, 20, 6));
  trail.add(trained(2, 29, 1));
  expect(trail.means()).toEqual(
    [8, 4, (2 * 6 + 9 * 1) / 11, undefined].map((mean) => mean && expect.closeTo(mean)),
  );
});

it('knows nothing of what was trained before', () => {
  const trail = createLossTrail(4, EPOCHS);
  trail.add(trained(2, 35, 1.5));
  expect(trail.means()).toEqual([undefined, undefined, undefined, 1.5]);
});
