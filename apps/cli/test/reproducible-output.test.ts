import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeDataset } from './made-dataset.ts';
import { type Environment, runCommand, runProgram } from './run-command.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();
const exportAll = fileURLToPath(new URL('./export-all.ts', import.meta.url));

/** A program that starts at another time, in UTC. */
const clockAt = (iso: string) => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`
    const start = ${Date.parse(iso)}, Real = Date;
    globalThis.Date = class Date extends Real {
      constructor(...parts) { parts.length === 0 ? super(start) : super(...parts); }
      static now() { return start; }
    };
  `)}`,
});

/** Each is another zone, language and moment at once: one that mattered would show. */
const PLACES_AND_TIMES: readonly { readonly what: string; readonly env: Environment }[] = [
  {
    what: 'a leap day on Kiritimati, 14 hours ahead, in Turkish, whose i has a dot',
    env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', ...clockAt('2024-02-29T12:00:00Z') },
  },
  {
    what: 'the turn of a year 12 hours behind, in Arabic, with digits of its own',
    env: { TZ: 'Etc/GMT+12', LC_ALL: 'ar_EG.UTF-8', ...clockAt('2026-12-31T23:59:59Z') },
  },
  {
    what: 'before zip files could tell the time, in plain ASCII',
    env: { TZ: 'Australia/Lord_Howe', LC_ALL: 'C', LANG: 'C', ...clockAt('1975-01-01T00:00:00Z') },
  },
  {
    what: 'after 2038, in German, whose decimal point is a comma',
    env: {
      TZ: 'Nowhere/Land',
      LANG: 'de_DE.UTF-8',
      LC_NUMERIC: 'de_DE.UTF-8',
      ...clockAt('2040-01-01T00:00:00Z'),
    },
  },
];

/** SHA-256 of every file of an export in every form, by path. */
async function digestsOf(definition: string, name: string, env: Environment) {
  const finished = await runProgram(exportAll, [definition, work.in(name)], { ...work.env, ...env });
  expect(finished).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  const digests: Record<string, string> = {};
  for (const path of await work.list(name)) {
    const bytes = await readFile(work.in(name, path)).catch(() => undefined);
    if (bytes !== undefined) digests[path] = createHash('sha256').update(bytes).digest('hex');
  }
  return digests;
}

describe('exported bytes depend on the dataset alone', () => {
  it('not on zone, language or date', { timeout: 180_000 }, async () => {
    const { definition } = await makeDataset(work.path);
    const usual = await digestsOf(definition, 'usual', { TZ: 'UTC', LC_ALL: 'en_US.UTF-8' });
    expect(Object.keys(usual).length).toBeGreaterThan(20);
    for (const [index, { what, env }] of PLACES_AND_TIMES.entries()) {
      expect(await digestsOf(definition, `${index}`, env), what).toEqual(usual);
    }
  });

  it('nor do the clocks of these tests stand still', async () => {
    const { definition } = await makeDataset(work.path);
    const env = { ...work.env, ...clockAt('2024-02-29T12:00:00Z') };
    const args = ['embed', definition, '--method', 'pca', '--out', work.in('map.json')];
    expect((await runCommand(args, env)).exitCode).toBe(0);
    const { provenance } = JSON.parse(await readFile(work.in('map.json'), 'utf8'));
    expect(provenance.createdAt).toBe('2024-02-29T12:00:00.000Z');
  });
});
