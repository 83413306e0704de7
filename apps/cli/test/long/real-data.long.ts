import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../run-command.ts';
import { useWorkFolder } from '../work-folder.ts';

const work = useWorkFolder();
const golden = JSON.parse(await readFile(new URL('../golden/scikit-learn.json', import.meta.url), 'utf8'));
const weights = fileURLToPath(
  new URL(
    '../../../../packages/benchmark/leaderboard/weights/compact-20-minutes.safetensors',
    import.meta.url,
  ),
);

describe.skipIf(process.env['FASHION_MNIST_TEST_FASHION'] !== 'present')('on the real Fashion-MNIST', () => {
  it('the tour learns as well as scikit-learn and leaves its pictures', async () => {
    const { exitCode, stdout } = await runCommand(['tour', '--no-serve', '--json', '--out', work.in('out')]);
    expect(exitCode).toBe(0);
    const { learned, maps } = JSON.parse(stdout);
    expect(learned).toMatchObject({ trainCount: 60_000, testCount: 10_000 });
    expect(Math.abs(learned.accuracy - golden.fiveNeighborsAccuracy)).toBeLessThan(0.002);
    expect(maps.map(({ method, count }: { method: string; count: number }) => [method, count])).toEqual([
      ['pca', 10_000],
      ['tsne', 10_000],
      ['umap', 10_000],
    ]);
    expect(await work.list('out')).toHaveLength(7);
  });

  it('the kept weights of compact answer for all test images as their run says', async () => {
    const { exitCode, stdout } = await runCommand(['evaluate', weights, '--flips', '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ count: 10_000, accuracy: 0.9424 });
  });
});
