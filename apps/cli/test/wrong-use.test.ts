import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { makeDataset } from './made-dataset.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();

describe('wrong use ends with exit code 1 and says on stderr alone what would be right', () => {
  it.each([
    { args: ['fetc'], says: /unknown command 'fetc'\n\(Did you mean fetch\?\)/ },
    { args: ['fetch', '--offlin'], says: /Did you mean --offline/ },
    {
      args: ['fetch', 'fashion'],
      says: /expected one of fashion-mnist, mnist, .*, got 'fashion'\n\(Did you mean fashion-mnist\?\)/,
    },
    { args: ['fetch', 'mnist', 'kmnist'], says: /too many arguments/ },
    { args: ['info'], says: /missing required argument/ },
    { args: ['info', 'nothing'], says: /or the path of a file, got 'nothing'/ },
    { args: ['embed', '--method', 'som'], says: /Allowed choices are pca, tsne, umap/ },
    { args: ['embed', '--method', 'pca', '--out', 'map.gif'], says: /ends in \.csv, \.json, \.svg, \.png/ },
    { args: ['show', '--index', '-0'], says: /Expected a whole number/ },
    { args: ['show', '--grid', '0x4'], says: /Expected rows and columns/ },
    { args: ['show', '--split', 'validation'], says: /Allowed choices are train, test/ },
    { args: ['show', '--out', ''], says: /Expected a path/ },
    { args: ['serve', '--port', '65536'], says: /Expected 0\.\.65535/ },
    { args: ['export', '--out', 'x'], says: /required option '--to <format>' not specified/ },
    { args: ['export', '--to', 'csv'], says: /required option '--out <folder>' not specified/ },
    { args: ['export', '--to', 'xml', '--out', 'x'], says: /Allowed choices are idx, csv, png, npz/ },
    {
      args: ['export', '--to', 'csv', '--gzip', '--out', 'x'],
      says: /--gzip: expected with --to idx, got csv/,
    },
  ])('$args', async ({ args, says }) => {
    const { exitCode, stdout, stderr } = await runHere(args, work.env);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe('');
  });
});

describe('a number beyond the images is refused', () => {
  it.each([
    { args: ['show', '--index', '4'], says: /--index: expected 0\.\.3 in the test split, got 4/ },
    { args: ['show', '--index', '9007199254740991'], says: /--index: expected 0\.\.3/ },
    { args: ['show', '--grid', '9999x9999'], says: /--grid: expected places for 4 images at most/ },
    { args: ['show', '--index', '2', '--grid', '3x1'], says: /--grid: expected places for 2 images/ },
    { args: ['embed', '--method', 'pca', '--count', '5'], says: /--count: expected 2\.\.4, got 5/ },
    {
      args: ['export', '--to', 'csv', '--count', '0'],
      says: /--count: expected 1\.\.13 in the train split, got 0/,
    },
    {
      args: ['export', '--to', 'csv', '--count', '5'],
      says: /--count: expected 1\.\.4 in the test split, got 5/,
    },
  ])('$args', async ({ args: [command = '', ...options], says }) => {
    const { definition } = await makeDataset(work.path);
    const out = command === 'export' ? ['--out', work.in('out')] : [];
    const { exitCode, stdout, stderr } = await runHere([command, definition, ...options, ...out], work.env);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(says);
    expect(stdout).toBe('');
    expect(await work.list('out')).toEqual([]);
  });
});

describe('with --json, stdout holds one document whatever goes wrong', () => {
  it.each([
    { args: ['--json'], code: 'E_USAGE', exit: 1 },
    { args: ['fetc', '--json'], code: 'E_USAGE', exit: 1 },
    { args: ['fetch', '--offlin', '--json'], code: 'E_USAGE', exit: 1 },
    { args: ['info', '--json'], code: 'E_USAGE', exit: 1 },
    { args: ['show', '--index', '0x10', '--json'], code: 'E_USAGE', exit: 1 },
    { args: ['fetch', 'fashion', '--json'], code: 'E_UNKNOWN_DATASET', exit: 1 },
    { args: ['fetch', '--offline', '--json'], code: 'E_OFFLINE', exit: 3 },
    { args: ['info', './missing', '--json'], code: 'ENOENT', exit: 4 },
    { args: ['fetch', './missing.json', '--json'], code: 'ENOENT', exit: 4 },
  ])('$args', async ({ args, code, exit }) => {
    const { exitCode, stdout } = await runHere(args, work.env);
    expect(exitCode).toBe(exit);
    expect(JSON.parse(stdout)).toEqual({ error: { code, message: expect.stringMatching(/^(?!error:)./) } });
  });
});

describe('long arguments', () => {
  it.each([
    { what: 'a dataset', args: (text: string) => ['fetch', text] },
    { what: 'a command', args: (text: string) => [text] },
    { what: 'an option', args: (text: string) => ['fetch', `--${text}`] },
    { what: 'a number', args: (text: string) => ['show', '--index', text] },
    { what: 'a file', args: (text: string) => ['info', `./${text}`] },
  ])('$what of 100,000 characters is refused in a short message', async ({ args }) => {
    const { exitCode, stderr } = await runHere(args('x'.repeat(100_000)), work.env);
    expect([1, 4]).toContain(exitCode);
    expect(stderr.length).toBeLessThan(5000);
  });

  it('10,000 of them are refused, too', async () => {
    const { exitCode, stderr } = await runHere(['fetch', ...new Array(10_000).fill('mnist')], work.env);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/too many arguments/);
  });
});

describe('a definition that is not valid ends with exit code 2 and names the file and the place in it', () => {
  it.each([
    { text: '{', says: /bad\.json: .*JSON/ },
    { text: '{}', says: /bad\.json: / },
    { text: '{"name": "../x"}', says: /bad\.json: / },
  ])('$text', async ({ text, says }) => {
    await writeFile(work.in('bad.json'), text);
    const { exitCode, stderr } = await runHere(['fetch', work.in('bad.json')], work.env);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(says);
  });
});
