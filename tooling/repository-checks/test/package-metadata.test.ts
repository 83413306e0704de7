import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedPackages, root } from './workspace.ts';

const packages = publishedPackages();
const libraries = packages.filter(({ folder }) => folder.startsWith(join(root, 'packages')));
const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

describe.each(packages)('package.json of $name', ({ folder }) => {
  const manifest = manifestOf(folder);

  it('says what strangers look for', () => {
    expect(manifest).toMatchObject({
      description: expect.stringMatching(/.{20,}/),
      license: 'MIT',
      type: 'module',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      publishConfig: { access: 'public' },
    });
    expect(manifest.keywords.length).toBeGreaterThan(1);
    expect(manifest.files).toContain('dist');
  });

  it('ships a changelog that begins with its version', () => {
    expect(manifest.files).toContain('CHANGELOG.md');
    const [, latest] = /^## (\S+)$/m.exec(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')) ?? [];
    expect(latest).toBe(manifest.version);
  });
});

describe.each(libraries)('package.json of $name', ({ folder }) => {
  const { engines, sideEffects } = manifestOf(folder);

  it('says where it runs, and whether bundlers may leave parts out', () => {
    expect(engines).toEqual({ node: '>=20' });
    expect(sideEffects).toSatisfy((said: unknown) => said === false || Array.isArray(said));
  });
});
