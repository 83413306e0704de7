import { expect, it } from 'vitest';
import { isRelativePath } from './relative-path.ts';

it.each(['a', 'a/b.c', '...', 'a..b', 'ab:', 'é', 'x'.repeat(1024)])('%j stays inside its folder', (path) => {
  expect(isRelativePath(path)).toBe(true);
});

it.each(['', '/a', 'a/', 'a//b', '.', 'a/./b', '..', 'a/..', 'C:a', 'a\\b', 'a\nb', 'x'.repeat(1025)])(
  '%j may lead out of its folder, or is no name everywhere',
  (path) => {
    expect(isRelativePath(path)).toBe(false);
  },
);
