import { describe, expect, it } from 'vitest';
import { readFromRoot } from '../src/repository.ts';

const english = readFromRoot('README.md');
const chinese = readFromRoot('README.zh-CN.md');

const matches = (text: string, pattern: RegExp) => text.match(pattern) ?? [];
const bothHave = (pattern: RegExp) => expect(matches(chinese, pattern)).toEqual(matches(english, pattern));

/** Without what is said in words: comments of commands. */
const blocks = (text: string) =>
  matches(text, /^```[^]*?^```$/gm).map((block) => block.replace(/ +#.*$/gm, ''));

describe('README.md and README.zh-CN.md', () => {
  it('have the same headings, level by level', () => {
    bothHave(/^#+(?= )/gm);
  });

  it('have the same blocks of code', () => {
    expect(blocks(chinese)).toEqual(blocks(english));
    expect(blocks(english).length).toBeGreaterThan(2);
  });

  it('have the same tables: as many rows, and the same figures in each', () => {
    const rows = (text: string) => matches(text, /^\|.*\|$/gm).map((row) => matches(row, /\d[\d.,]*\d|\d/g));
    expect(rows(chinese)).toEqual(rows(english));
    expect(rows(english).length).toBeGreaterThan(15);
  });

  it('name the same figures, and link to the same places, in the same order', () => {
    bothHave(/\b0\.\d{3,}/g);
    const links = (text: string) =>
      Array.from(text.matchAll(/\]\(([^)]+)\)/g), ([, target]) => target).filter(
        (target) => !target?.startsWith('README'),
      );
    expect(links(chinese)).toEqual(links(english));
  });

  it('link to each other', () => {
    expect(english).toContain('](README.zh-CN.md)');
    expect(chinese).toContain('](README.md)');
  });
});
