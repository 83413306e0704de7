import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { undocumented } from '../src/docstrings.ts';
import { statedDefaults, wrongDefaults } from '../src/documented-defaults.ts';
import { publicEntries, publicExports, publicProgram } from '../src/public-api.ts';

const entries = publicEntries();
const program = publicProgram(entries);
const folder = mkdtempSync(join(tmpdir(), 'docstrings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A package of one module, somewhere else. */
function module(source: string) {
  const file = join(folder, 'packages/sample/src/index.ts');
  const entry = { packageName: 'sample', entry: '.', file };
  return { entry, program: publicProgram([entry], new Map([[file, source]])) };
}

describe('docstrings', () => {
  it('stand on all that packages export, and on every option', () => {
    expect(undocumented(program, publicExports(program, entries))).toEqual([]);
  });

  it('say of every option what it is when it is left out, where that is a literal in the code', () => {
    const defaults = statedDefaults(program);
    expect(wrongDefaults(defaults)).toEqual([]);
    expect(defaults.length).toBeGreaterThan(300);
  });

  it('are missed on an export, an option and an inherited option without any', () => {
    const { entry, program: sample } = module(`
      interface Shared { readonly inherited?: number }
      /** Documented. */
      export interface SampleOptions extends Shared {
        /** Said. */
        readonly said?: number;
        readonly silent?: number;
      }
      export const silent = 1;
      /** Documented. */
      export const said = 1;`);
    const silent = undocumented(sample, publicExports(sample, [entry]));
    expect(silent.map((line) => line.split(' ')[1])).toEqual([
      'SampleOptions.inherited',
      'SampleOptions.silent',
      'silent',
    ]);
  });

  it.each([
    ['frozen defaults', 'const DEFAULTS = Object.freeze({ seed: 42 });'],
    ['rules', 'const RULES: OptionRules<SampleOptions> = { seed: whole(42, { min: 0 }) };'],
    ['destructuring', 'export const f = ({ seed = 42 }: SampleOptions = {}) => seed;'],
  ])('that state another default than %s are found', (_form, code) => {
    const options = (said: string) =>
      `export interface SampleOptions {
         /** Same seed. @default ${said} */
         readonly seed?: number;
       }
       type OptionRules<T> = { readonly [Name in keyof T]: unknown };
       ${code}`;
    const complaints = (said: string) => wrongDefaults(statedDefaults(module(options(said)).program));
    expect(complaints('42')).toEqual([]);
    expect(complaints('0')).toEqual([expect.stringContaining('seed: expected @default 42, got 0')]);
  });
});
