import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { entryPoints } from '../../src/api/entry-points.ts';
import { writeApi } from '../../src/api/write-api.ts';
import { brokenLinks, readSite } from '../../src/links/site-links.ts';
import { buildSite } from '../build-site.ts';

const out = mkdtempSync(join(tmpdir(), 'docs-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

it('has a page for each entry point of each package, and no link anywhere leads nowhere', async () => {
  await writeApi(fileURLToPath(new URL('../../site/generated/api', import.meta.url)));
  await buildSite(out);
  const site = readSite(out);
  const paths = site.map(({ path }) => path).filter((path) => path.startsWith('api/'));
  expect(paths).toHaveLength(entryPoints().length + 1);
  expect(brokenLinks(site, new Set(readdirSync(out, { recursive: true, encoding: 'utf8' })))).toEqual([]);
});
