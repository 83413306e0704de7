import { describe, expect, it } from 'vitest';
import { readFromRoot } from '../src/repository.ts';

const themes = readFromRoot('apps/docs/site/asked.md')
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    title: section.slice(0, section.indexOf('\n')),
    text: section.replaceAll(/\s+/g, ' '),
  }));

/** A file of tests, and behind it what its tests are called. */
const TESTS = /`([\w./@-]+\.test\.ts)`,((?: (?:and )?"[^"]+"(?:,|;|\.| and)?)+)/g;

describe('what users of the original asked for', () => {
  it('comes down to nine themes', () => {
    expect(themes).toHaveLength(9);
  });

  it.each(themes)('$title: has a command, a place to read on, and tests with these titles', ({ text }) => {
    expect(text).toMatch(/```sh fashion-mnist \w+/);
    expect(text).toMatch(/\]\(\/[\w-]+/);
    const named = [...text.matchAll(TESTS)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, file = '', titles = ''] of named) {
      const source = readFromRoot(file).replaceAll("\\'", "'");
      for (const [, title = ''] of titles.matchAll(/"([^"]+)"/g)) expect(source).toContain(title);
    }
  });
});
