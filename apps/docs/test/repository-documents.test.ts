import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deadLinks } from '../src/links/markdown-links.ts';
import { readFromRoot, root } from '../src/repository.ts';

const documents = markdownFiles();

/** All that is committed, or is about to be. The site's own pages are checked when they are built. */
function markdownFiles(): readonly string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim().split('\n');
  return listed.filter((path) => existsSync(join(root, path)) && !path.startsWith('apps/docs/site/'));
}

describe('the documents of the repository', () => {
  it('are there', () => {
    expect(documents).toEqual(
      expect.arrayContaining(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md']),
    );
    expect(documents.length).toBeGreaterThan(15);
  });

  it.each(documents)('%s links to files and headings that are there', (path) => {
    expect(deadLinks(join(root, path))).toEqual([]);
  });
});

/** What stands between back quotes and begins with a top folder is a path, unless it is a pattern. */
const PATH = /`((?:packages|apps|tooling)\/[\w./@-]+)`/g;

describe.each(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'apps/docs/site/asked.md'])(
  '%s',
  (path) => {
    it('names only files and folders that are there', () => {
      const named = Array.from(readFromRoot(path).matchAll(PATH), ([, name = '']) => name);
      expect(named.length).toBeGreaterThan(3);
      expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
    });
  },
);
