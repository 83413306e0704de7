import { describe, expect, it } from 'vitest';
import { describeProgress } from './describe-progress.ts';

describe('describeProgress', () => {
  it('shows bar, share, stage and detail', () => {
    const event = { stage: 'verify', completed: 2, total: 4, unit: 'files', detail: 'labels' };
    expect(describeProgress(event)).toBe('████████░░░░░░░░  50 % verify labels');
  });

  it('shows the rate of bytes in MB per second', () => {
    const event = { stage: 'download', completed: 0, total: 10, unit: 'bytes', rate: 12_345_678 };
    expect(describeProgress(event)).toMatch(/ 0 % download 12\.3 MB\/s$/);
  });

  it.each([
    { completed: 0, total: 0, shows: '  0 %' },
    { completed: 7, total: 5, shows: '100 %' },
  ])('bears $completed of $total', ({ completed, total, shows }) => {
    expect(describeProgress({ stage: 'write', completed, total, unit: 'images' })).toContain(shows);
  });
});
