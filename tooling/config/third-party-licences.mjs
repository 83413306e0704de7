import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const PACKAGE = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//;

/**
 * Writes the licences of all packages that a build of tsup has taken in, in place of its `metafile`.
 *
 * @param root - URL of the package, whose `dist` holds the build.
 */
export async function writeThirdPartyLicences(root) {
  const metafile = new URL('dist/metafile-esm.json', root);
  const { inputs } = JSON.parse(await readFile(metafile, 'utf8'));
  const folders = new Map();
  for (const path of Object.keys(inputs)) {
    const [, folder, name] = PACKAGE.exec(path) ?? [];
    if (folder !== undefined) folders.set(name, new URL(`${folder}/`, root).pathname);
  }
  const names = [...folders.keys()].map(String).toSorted();
  const texts = names.map((name) => licenceOf(name, folders.get(name)));
  await writeFile(new URL('dist/third-party-licences.txt', root), (await Promise.all(texts)).join('\n'));
  await rm(metafile);
}

async function licenceOf(name, folder) {
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text =
    file === undefined ? `Licence: ${JSON.stringify(license)}` : await readFile(join(folder, file), 'utf8');
  return `${name} ${version}\n\n${text.trim()}\n`;
}
