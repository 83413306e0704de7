import { describe, expect, it } from 'vitest';
import { neededRepeats, type RepeatOutcome } from './repeats.ts';

const done = (repeat: number, score: number): RepeatOutcome => ({ repeat, status: 'done', score });

describe('neededRepeats', () => {
  it.each<[string, readonly RepeatOutcome[], number, readonly number[]]>([
    ['begins with one', [], 5, [0]],
    ['makes sure of the first', [done(0, 0.8)], 5, [0, 1]],
    ['stops when two agree', [done(0, 0.8), done(1, 0.8009)], 5, [0, 1]],
    ['goes on when two differ', [done(0, 0.8), done(1, 0.8011)], 5, [0, 1, 2, 3, 4]],
    ['goes on when two differ, downwards', [done(0, 0.8), done(1, 0.79)], 5, [0, 1, 2, 3, 4]],
    ['does not mind later scores', [done(0, 0.8), done(1, 0.79), done(2, 0.8)], 5, [0, 1, 2, 3, 4]],
    ['does not mind the order', [done(2, 0.8), done(1, 0.79), done(0, 0.8)], 5, [0, 1, 2, 3, 4]],
    ['has one if one is wanted', [done(0, 0.8)], 1, [0]],
    ['has two if two are wanted', [done(0, 0.8), done(1, 0.5)], 2, [0, 1]],
  ])('%s', (_, outcomes, repeats, expected) => {
    expect(neededRepeats(outcomes, repeats)).toEqual(expected);
  });

  it.each(['invalid', 'refused', 'timed-out', 'failed'] as const)('does not repeat what was %s', (status) => {
    const ended = (repeat: number): RepeatOutcome => ({ repeat, status, score: undefined });
    expect(neededRepeats([ended(0)])).toEqual([0]);
    expect(neededRepeats([done(0, 0.8), ended(1)])).toEqual([0, 1]);
  });
});
