import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headingAnchors } from './heading-anchors.ts';
import { deadLinks } from './markdown-links.ts';

const folder = mkdtempSync(join(tmpdir(), 'links-'));
const write = (path: string, text: string) => writeFileSync(join(folder, path), text);

beforeAll(() => {
  mkdirSync(join(folder, 'sub'));
  write('sub/README.md', '# A title\n\n## Part: `one` of 2\n\n## Part: `one` of 2\n');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('deadLinks', () => {
  it('finds nothing wrong with files, folders, headings, other sites and code', () => {
    write(
      'good.md',
      '[a](sub) [b](sub/README.md) [c](sub#a-title) [d](sub/README.md#part-one-of-2-1) [e](https://example.org/x)\n' +
        '# Here\n[f](#here) `[g](none.md)`\n```md\n[h](none.md)\n```\n',
    );
    expect(deadLinks(join(folder, 'good.md'))).toEqual([]);
  });

  it('names files and headings that are not there', () => {
    write('bad.md', '[a](none.md) ![b](sub/none.png) [c](sub/README.md#none) [d](#none)');
    expect(deadLinks(join(folder, 'bad.md'))).toEqual([
      'none.md: there is no such file',
      'sub/none.png: there is no such file',
      'sub/README.md#none: there is no such heading',
      '#none: there is no such heading',
    ]);
  });
});

describe('headingAnchors', () => {
  it('are those of GitHub: without punctuation, numbered where they repeat, in any script', () => {
    expect([...headingAnchors('# A & B\n## `x.y`: [z](w)\n## 数据\n## 数据\n```\n# none\n```\n')]).toEqual([
      'a--b',
      'xy-z',
      '数据',
      '数据-1',
    ]);
  });
});
