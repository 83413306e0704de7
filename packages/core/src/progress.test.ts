import { expect, it } from 'vitest';
import { type ProgressEvent, reportProgress } from './progress.ts';

it('hands every listener a frozen event of its own', () => {
  const event: ProgressEvent = { stage: 'fit', completed: 1, total: 2, unit: 'epochs', rate: 0.5 };
  const heard: ProgressEvent[] = [];
  reportProgress((e) => heard.push(e), event);
  expect(heard).toEqual([event]);
  expect(Object.isFrozen(heard[0])).toBe(true);
  expect(Object.isFrozen(event)).toBe(false);
});

it('lets what a listener throws end the job, and does without a listener', () => {
  const event = { stage: 'fit', completed: 1, total: 2, unit: 'epochs' };
  const quit = () => {
    throw new Error('quit');
  };
  expect(() => reportProgress(quit, event)).toThrow('quit');
  expect(() => reportProgress(undefined, event)).not.toThrow();
});
