import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitOf, describeMachine } from './describe-machine.ts';

const hasGit = (() => {
  try {
    return execFileSync('git', ['--version']).length > 0;
  } catch {
    return false;
  }
})();

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'machine-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('describeMachine', () => {
  it('describes this one', async () => {
    const machine = await describeMachine();
    expect(machine).toMatchObject({ node: process.versions.node, cpu: expect.stringMatching(/./) });
    expect(machine.cores).toBeGreaterThanOrEqual(1);
    expect(machine.memory_bytes).toBeGreaterThan(2 ** 26);
    expect(machine.commit ?? '0'.repeat(40)).toMatch(/^[0-9a-f]{40,64}$/);
  });
});

describe('commitOf', () => {
  it('knows no commit of a folder that is no checkout', async () => {
    expect(await commitOf(folder)).toBeNull();
  });

  it.runIf(hasGit)('is the commit of a checkout, and not of a package that is installed in one', async () => {
    const git = (...words: string[]) => execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8' });
    await writeFile(join(folder, 'package.json'), '{}');
    git('init', '--quiet');
    git('add', 'package.json');
    git('-c', 'user.name=any', '-c', 'user.email=any@example.org', 'commit', '--quiet', '-m', 'any');
    expect(await commitOf(folder)).toBe(git('rev-parse', 'HEAD').trim());

    const installed = join(folder, 'node_modules', 'installed');
    await mkdir(installed, { recursive: true });
    await writeFile(join(installed, 'package.json'), '{}');
    expect(await commitOf(installed)).toBeNull();
  });
});
