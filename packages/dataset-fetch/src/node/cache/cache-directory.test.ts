import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { defaultCacheDirectory } from './cache-directory.ts';

describe('defaultCacheDirectory', () => {
  it('takes FASHION_MNIST_CACHE as it is', () => {
    expect(defaultCacheDirectory({ FASHION_MNIST_CACHE: '/data/fm', XDG_CACHE_HOME: '/xdg' }, 'linux')).toBe(
      '/data/fm',
    );
  });

  it('follows XDG_CACHE_HOME, but not a relative one', () => {
    expect(defaultCacheDirectory({ XDG_CACHE_HOME: '/xdg' }, 'linux')).toBe(join('/xdg', 'fashion-mnist'));
    expect(defaultCacheDirectory({ XDG_CACHE_HOME: 'xdg' }, 'linux')).toBe(
      join(homedir(), '.cache', 'fashion-mnist'),
    );
  });

  it('follows the conventions of macOS and Windows', () => {
    expect(defaultCacheDirectory({}, 'darwin')).toBe(join(homedir(), 'Library', 'Caches', 'fashion-mnist'));
    expect(defaultCacheDirectory({ LOCALAPPDATA: '/local' }, 'win32')).toBe(
      join('/local', 'fashion-mnist', 'Cache'),
    );
  });
});

it('is absolute also where HOME is empty', () => {
  vi.stubEnv('HOME', '');
  expect(isAbsolute(defaultCacheDirectory({}, 'linux'))).toBe(true);
  vi.unstubAllEnvs();
});
