import { describe, expect, it } from 'vitest';
import { runHere } from './run-here.ts';

describe('what is nearly right is answered with what is meant', () => {
  it.each([
    { what: 'a command', args: ['emebd'], meant: 'embed' },
    { what: 'a command of a command', args: ['leaderboard', 'submti', 'x'], meant: 'submit' },
    { what: 'a model', args: ['train', 'random-forrest'], meant: 'random-forest' },
    { what: 'an option', args: ['show', '--indx', '3'], meant: '--index' },
    { what: 'a value of an option', args: ['embed', '--method', 'umpa'], meant: 'umap' },
    { what: 'an argument', args: ['completion', 'bsh'], meant: 'bash' },
    { what: 'a dataset', args: ['info', 'fashion_mnits'], meant: 'fashion-mnist' },
    { what: 'a preset', args: ['show', '--transform', 'wrn40-4'], meant: 'wrn-40-4' },
    { what: 'a row', args: ['leaderboard', 'run', 'hog-smv'], meant: 'hog-svm' },
  ])('$what: $args', async ({ args, meant }) => {
    const { exitCode, stdout } = await runHere([...args, '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).error.message).toMatch(new RegExp(`did you mean '?${meant}'?\\?`, 'i'));
  });
});
