import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, run } from './workspace.ts';

/** The first block of TypeScript, a line "prints", and a block with all that it prints. */
const EXAMPLE_AND_OUTPUT = /```ts\n([^]*?)```\n\nprints\n\n```text\n([^]*?)```\n/;
const RUN_FROM_SOURCE = ['--conditions=@fashion-mnist/source', '--disable-warning=ExperimentalWarning'];
const needsData = (name: string) => ['benchmark', 'dataset-fetch'].includes(name);
const hasData = process.env['FASHION_MNIST_TEST_FASHION'] !== 'absent';

describe.each(readdirSync(join(root, 'packages')))('the README of %s', (name) => {
  const folder = join(root, 'packages', name);
  const [, code, output] = EXAMPLE_AND_OUTPUT.exec(readFileSync(join(folder, 'README.md'), 'utf8')) ?? [];

  it('begins with the code of examples/readme.ts, byte for byte', () => {
    expect(code).toBe(readFileSync(join(folder, 'examples/readme.ts'), 'utf8'));
  });

  it.skipIf(needsData(name) && !hasData)('says exactly what the example prints', () => {
    expect(run(process.execPath, [...RUN_FROM_SOURCE, 'examples/readme.ts'], folder)).toBe(output);
  });
});
