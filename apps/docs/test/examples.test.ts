import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFromRoot } from '../src/repository.ts';
import { EXAMPLES, expectedOutput, IN_PAGES, outputOf, QUICK, SLOW } from './examples.ts';

const hasData = process.env['FASHION_MNIST_TEST_FASHION'] !== 'absent';

describe('the examples of the guides', () => {
  it('are each run here or by npm run test:long, unless only a page can run them', () => {
    const files = readdirSync(EXAMPLES).filter((file) => file.endsWith('.ts'));
    expect(files.map((file) => file.replace(/\.ts$/, '')).toSorted()).toEqual(
      [...QUICK, ...SLOW, ...IN_PAGES].toSorted(),
    );
  });

  it('are each shown on a page, or in the README', () => {
    const pages = readdirSync(new URL('../site', import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md') && !path.startsWith('generated'))
      .map((path) => readFromRoot(`apps/docs/site/${path}`))
      .join('\n');
    const quoted = [...QUICK, ...SLOW, ...IN_PAGES].filter((name) => name !== 'readme');
    for (const name of quoted) expect(pages).toContain(`/examples/${name}.ts`);
    expect(readFromRoot('README.md')).toContain(
      `\`\`\`ts\n${readFromRoot('apps/docs/examples/readme.ts')}\`\`\``,
    );
  });

  it.skipIf(!hasData).each(QUICK)('%s prints what its page shows', async (name) => {
    expect(await outputOf(name)).toBe(expectedOutput(name));
  });
});
