import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root, run } from './workspace.ts';

const LEFT_OUT = new Set(['node_modules', '.git', 'dist', '.turbo', '.vitest', 'generated', 'out']);

const copy = mkdtempSync(join(tmpdir(), 'turbo-cache-'));
cpSync(root, copy, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What turbo would look up in its cache for every test task: equal keys are a hit. */
function testKeys(env: Readonly<Record<string, string>> = {}): ReadonlyMap<string, string> {
  const turbo = join(root, 'node_modules/.bin/turbo');
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const plan = JSON.parse(run('env', [...variables, turbo, 'run', 'test', '--dry=json'], copy));
  const tests = plan.tasks.filter(({ task }: { task: string }) => task === 'test');
  return new Map(tests.map((task: { package: string; hash: string }) => [task.package, task.hash]));
}

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before].filter(([name, key]) => after.get(name) !== key).map(([name]) => name);
}

describe("turbo's cache of test results", () => {
  it('is kept when nothing changed', () => {
    expect(changed(testKeys(), testKeys())).toEqual([]);
  });

  it('is dropped for a package and all that build on it when a source of it changes, and for nothing else', () => {
    const before = testKeys();
    appendFileSync(join(copy, 'packages/idx-format/src/index.ts'), '// changed\n');
    const dropped = changed(before, testKeys());
    expect(dropped).toEqual(
      expect.arrayContaining([
        '@fashion-mnist/idx-format',
        '@fashion-mnist/dataset-fetch',
        '@fashion-mnist/cli',
      ]),
    );
    expect(dropped).not.toContain('@fashion-mnist/kernels');
  });

  it.each(['FASHION_MNIST_NODE', 'CHROMIUM_PATH', 'FASHION_MNIST_TEST_FASHION'])(
    'is dropped for every package when %s changes',
    (name) => {
      const before = testKeys({ [name]: 'before' });
      expect(changed(before, testKeys({ [name]: 'after' }))).toEqual([...before.keys()]);
    },
  );
});
