import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenLinks, foreignResources, readSite, type SitePage } from '../src/links/site-links.ts';
import { buildSite } from './build-site.ts';

const out = mkdtempSync(join(tmpdir(), 'docs-'));
let site: readonly SitePage[] = [];
let files: readonly string[] = [];

beforeAll(async () => {
  await buildSite(out, { DOCS_DRAFT: '1' });
  site = readSite(out);
  files = readdirSync(out, { recursive: true, encoding: 'utf8' });
}, 300_000);

afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('the site, built without the reference of the API', () => {
  it('has every guide, and a page for each benchmark with kept figures', () => {
    const paths = site.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'index.html',
        'start.html',
        'tour.html',
        'asked.html',
        'leaderboard.html',
        'benchmarks/umap.html',
      ]),
    );
    expect(paths.filter((path) => path.startsWith('guides/'))).toHaveLength(8);
  });

  it('leads nowhere where nothing is, but to the API', () => {
    const broken = brokenLinks(site, new Set(files)).filter((link) => !link.includes(': /api/'));
    expect(broken).toEqual([]);
  });

  it('loads nothing from other servers, in its style sheets neither', () => {
    expect(foreignResources(site)).toEqual([]);
    const styles = files
      .filter((file) => file.endsWith('.css'))
      .map((file) => readFileSync(join(out, file), 'utf8'));
    expect(styles.length).toBeGreaterThan(0);
    expect(styles.flatMap((style) => style.match(/url\(["']?(?:https?:)?\/\/[^)]*\)/g) ?? [])).toEqual([]);
  });

  it('has an index to search in', () => {
    expect(files.some((file) => /localSearchIndex/.test(file))).toBe(true);
  });

  it('shows the code of examples, and the figures that are kept', () => {
    const page = (wanted: string) => site.find(({ path }) => path === wanted)?.html ?? '';
    expect(page('guides/train-classifier.html').replace(/<[^>]*>/g, '')).toContain(
      'new RandomForestClassifier(',
    );
    expect(page('benchmarks/umap.html')).toContain('umap-learn');
  });
});
