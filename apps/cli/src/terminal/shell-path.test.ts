import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { shellPath } from './shell-path.ts';

it.each([
  { path: '/tmp/my-data', typed: '/tmp/my-data' },
  { path: 'mnist', typed: './mnist' },
  { path: '-rf', typed: './-rf' },
  { path: '-a/b', typed: './-a/b' },
  { path: "it's $HOME", typed: String.raw`'./it'\''s $HOME'` },
  { path: '/a&b', typed: `'/a&b'` },
  { path: "/it's\n\\x1b\u001B", typed: String.raw`$'/it\'s\n\\x1b\x1b'` },
])('types $path as $typed', ({ path, typed }) => {
  expect(shellPath(path)).toBe(typed);
});

it.skipIf(process.platform === 'win32')('types what bash reads as the path', () => {
  for (const path of ["/it's", '/a\\b "c"', "/x\n'\\\u001B;", '/*?`ls`']) {
    const read = execFileSync('bash', ['-c', `printf %s ${shellPath(path)}`], { encoding: 'utf8' });
    expect(read).toBe(path);
  }
});
