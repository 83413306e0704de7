import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PublishedPackage, publishedPackages, run } from './workspace.ts';

interface Tarball extends PublishedPackage {
  readonly path: string;
}

/** A folder of somebody who has nothing but our tarballs, installed by npm, and a program that uses them. */
export interface InstalledProject {
  readonly folder: string;
  readonly tarballs: readonly Tarball[];
  remove(): void;
}

const PROGRAM = fileURLToPath(new URL('../../strangers/program', import.meta.url));

/** Packs packages as they are built, and installs them in a new folder. */
export function installPackages(
  packages: readonly PublishedPackage[] = publishedPackages(),
  others: Readonly<Record<string, string>> = {},
): InstalledProject {
  const folder = mkdtempSync(join(tmpdir(), 'packages-as-installed-'));
  const tarballs = packages.map((published) => {
    const packed = run('pnpm', ['pack', '--json', '--pack-destination', folder], published.folder);
    return { ...published, path: JSON.parse(packed).filename as string };
  });
  const overrides = Object.fromEntries(tarballs.map(({ name, path }) => [name, `file:${path}`]));
  const manifest = { private: true, type: 'module', dependencies: { ...overrides, ...others }, overrides };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  cpSync(PROGRAM, folder, { recursive: true });
  installIn(folder);
  return { folder, tarballs, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function installIn(folder: string): void {
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], folder);
}
