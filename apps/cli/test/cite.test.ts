import { describe, expect, it } from 'vitest';
import { runHere } from './run-here.ts';

describe('cite', () => {
  it('names the paper and the licence of the data', async () => {
    const { exitCode, stdout } = await runHere(['cite']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/Han Xiao, Kashif Rasul, Roland Vollgraf \(2017\).*arXiv:1708\.07747/);
    expect(stdout).toContain('Licence of the data: MIT');
  });

  it('gives nothing but the entry with --bibtex', async () => {
    const { stdout } = await runHere(['cite', 'kmnist', '--bibtex']);
    expect(stdout).toMatch(/^@misc\{kmnist,\n(?: {2}\w+ = \{.*\},\n)+\}\n$/);
  });

  it('says what it does not know', async () => {
    const { exitCode, stderr } = await runHere(['cite', 'fashion-mnits']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('fashion-mnist');
  });
});
