import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import budgets from '../src/size-budgets.json' with { type: 'json' };
import { root, run } from './workspace.ts';

/** The first block of TypeScript, a line "prints", and a block with all that it prints. */
const EXAMPLE_AND_OUTPUT = /```ts\n([^]*?)```\n\nprints\n\n```text\n([^]*?)```\n/;
const RUN_FROM_SOURCE = ['--conditions=@fashion-mnist/source', '--disable-warning=ExperimentalWarning'];
const SECTIONS = ['Entry points', 'Limits', 'Runs on', 'Links'];
const MOST_LINES = 85;
const MOST_LINES_OF_CODE = 15;
const needsData = (name: string) => ['benchmark', 'dataset-fetch'].includes(name);
const hasData = process.env['FASHION_MNIST_TEST_FASHION'] !== 'absent';

describe.each(readdirSync(join(root, 'packages')))('the README of %s', (name) => {
  const folder = join(root, 'packages', name);
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const [, code, output] = EXAMPLE_AND_OUTPUT.exec(readme) ?? [];
  const { name: packageName, exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

  it('is a screen long, and says what strangers ask', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(MOST_LINES);
    expect(readme).toContain(`npm install ${packageName}`);
    const sections = [...readme.matchAll(/^## (.*)$/gm)].map(([, section]) => section);
    expect(sections).toEqual(expect.arrayContaining(SECTIONS));
    expect(code?.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(MOST_LINES_OF_CODE);
  });

  it('lists every entry, with the most that a page loads for it', () => {
    const listed = new Map(
      [...readme.matchAll(/^\| `(@[^`*]+)` +\| .* \| +([\d.]+ kB) +\|$/gm)].map(([, entry, size]) => [
        entry,
        size,
      ]),
    );
    const modules = Object.entries(exports).filter(([, target]) => typeof target !== 'string');
    const expected = modules.map(([entry]) => entry.replace('.', packageName));
    expect(listed).toEqual(new Map(expected.map((entry) => [entry, budgetOf(entry)])));
  });

  it('begins with the code of examples/readme.ts, byte for byte', () => {
    expect(code).toBe(readFileSync(join(folder, 'examples/readme.ts'), 'utf8'));
  });

  it.skipIf(needsData(name) && !hasData)('says exactly what the example prints', () => {
    expect(run(process.execPath, [...RUN_FROM_SOURCE, 'examples/readme.ts'], folder)).toBe(output);
  });
});

function budgetOf(specifier: string): string {
  const { initial } = new Map(Object.entries(budgets)).get(specifier) ?? { initial: Number.NaN };
  return `${(initial / 1000).toFixed(1)} kB`;
}
