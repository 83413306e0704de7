import { readFile } from 'node:fs/promises';
import * as transforms from '@fashion-mnist/transforms';
import * as batches from '@fashion-mnist/transforms/batches';
import * as node from '@fashion-mnist/transforms/node';
import * as presets from '@fashion-mnist/transforms/presets';
import { expect, it } from 'vitest';

const readText = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');

/** Values and types that an entry exports. */
async function exportsOf(entry: string): Promise<readonly string[]> {
  const lists = (await readText(entry)).matchAll(/export (?:type )?\{([^}]*)\}/g);
  return [...lists].flatMap(([, names = '']) => names.match(/\w+(?=\s*(,|$))/g) ?? []);
}

/** What stands between back quotes in the text, outside blocks of code. */
function codeIn(text: string): ReadonlySet<string> {
  const prose = text.replace(/^```.*?^```$/gms, '');
  return new Set([...prose.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code));
}

it('names every export, but for the options of an operation that it names', async () => {
  const named = codeIn(await readText('../GUIDE.md'));
  const exported = await Promise.all(
    ['index', 'presets/index', 'node/index', 'batches/index'].map((name) => exportsOf(`../src/${name}.ts`)),
  );
  expect(exported.flat()).toEqual(expect.arrayContaining(['compose', 'Pipeline', 'presets', 'decodePhoto']));
  const isNamed = (name: string) => {
    const [, first = '', rest = ''] = /^(.)(.*)Options$/.exec(name) ?? [];
    return named.has(name) || named.has(first.toLowerCase() + rest);
  };
  expect(exported.flat().filter((name) => !isNamed(name))).toEqual([]);
});

it('lists nothing as an export that is none', async () => {
  const guide = await readText('../GUIDE.md');
  const rows = [...guide.matchAll(/^\| (`\w+`.*?) \|/gm)].map(([, first = '']) => first);
  const listed = rows.flatMap((row) => [...codeIn(row)]).filter((code) => /^\w+$/.test(code));
  expect(listed.length).toBeGreaterThan(40);
  const exported = Object.keys({ ...transforms, ...presets, ...node, ...batches });
  expect(listed.filter((name) => !exported.includes(name))).toEqual([]);
});
