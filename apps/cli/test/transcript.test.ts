import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { helpOf } from './help-of.ts';
import { runHere } from './run-here.ts';
import { walkCommands } from './walk-commands.ts';

const transcript = await readFile(new URL('../docs/transcript.md', import.meta.url), 'utf8');
/** What stands below a command, up to the next one. */
const answers = new Map(
  Array.from(transcript.matchAll(/^\$ (.*)\n([^]*?)(?=\n\n\$ |\n```)/gm), ([, command = '', answer = '']) => [
    command,
    answer,
  ]),
);

/** The transcript is made by hand, with scripts/write-transcript.mjs: these are the parts that tell when it is stale. */
describe('the transcript', () => {
  it('begins with the help as it is', async () => {
    const [program] = await walkCommands();
    const lines = (answers.get('fashion-mnist --help') ?? '').split('\n').slice(0, -1);
    expect(lines.length).toBeGreaterThan(20);
    expect(program && helpOf(program.command, 80)).toContain(lines.join('\n'));
  });

  it.each([
    { typed: 'fashion-mnist cite --json', args: ['cite', '--json'] },
    { typed: 'fashion-mnist show nothing --json; echo "exit code $?"', args: ['show', 'nothing', '--json'] },
  ])('has what is printed for $typed', async ({ typed, args }) => {
    const { stdout, exitCode } = await runHere(args);
    const code = typed.includes('$?') ? `exit code ${exitCode}` : '';
    expect(answers.get(typed)).toBe(`${stdout}${code}`.trimEnd());
  });
});
