import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../src/program.ts';
import { helpOf } from './help-of.ts';
import { type Walked, walkCommands } from './walk-commands.ts';

function examplesOf(help: string): readonly string[] {
  const [, after = ''] = help.split('\nExamples:\n');
  return after.split('\n').flatMap((line) => (line.startsWith('  ') ? [line.trim()] : []));
}

/** Words as a shell takes them, as far as examples have it: blanks between, single quotes around. */
function wordsOf(example: string): readonly string[] {
  return Array.from(example.matchAll(/'([^']*)'|(\S+)/g), ([, quoted, bare]) => quoted ?? bare ?? '');
}

const commands: readonly Walked[] = (await walkCommands()).filter(({ path }) => path !== 'complete');
const pages = commands.map(({ command, path }) => ({ path, command, help: helpOf(command, 80) }));
const examples = [...new Set(pages.flatMap(({ help }) => examplesOf(help)))];

describe('help', () => {
  it('has examples for every command, and names the command in one', () => {
    const without = pages.filter(
      ({ path, help }) => !examplesOf(help).some((line) => line.startsWith(`fashion-mnist ${path}`.trim())),
    );
    expect(without.map(({ path }) => path)).toEqual([]);
  });

  it('has examples that can be typed as they stand', async () => {
    for (const example of examples) {
      const [program, ...args] = wordsOf(example);
      expect(program).toBe('fashion-mnist');
      const parsed: string[] = [];
      const made = await createProgram(args, new AbortController().signal);
      noting(made, parsed);
      await made.parseAsync(args, { from: 'user' }).catch((error: Error & { code?: string }) => {
        expect({ example, code: error.code }).toEqual({ example, code: 'commander.help' });
        parsed.push('help');
      });
      expect({ example, count: parsed.length }).toEqual({ example, count: 1 });
    }
  });

  it.each([80, 40])('fits %i columns, but for examples and words that are longer', (columns) => {
    const tooWide = pages.flatMap(({ path, command }) =>
      proseOf(helpOf(command, columns))
        .filter((line) => line.length > columns && / {2}\S.* {2,}\S+ \S/.test(line))
        .map((line) => `${path}: ${line}`),
    );
    expect(tooWide).toEqual([]);
  });

  it('describes each option and each argument, or names its choices', () => {
    const silent = pages.flatMap(({ path, command }) =>
      [...command.options, ...command.registeredArguments]
        .filter(({ description, argChoices }) => description === '' && argChoices === undefined)
        .map((place) => `${path} ${place.name()}`),
    );
    expect(silent).toEqual([]);
  });
});

/** Replaces what commands do by a note. */
function noting(command: Command, notes: string[]): void {
  command.configureOutput({ writeOut: () => {}, writeErr: () => {} });
  command.action(() => {
    notes.push(command.name());
  });
  for (const sub of command.commands) noting(sub, notes);
}

function proseOf(help: string): readonly string[] {
  return (help.split('\nExamples:\n')[0] ?? '').split('\n');
}
