import { readFileSync } from 'node:fs';

/** The version of this package; its manifest stands above both `src` and `dist`. */
export function packageVersion(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return manifest.version;
}
