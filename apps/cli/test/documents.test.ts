import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { exampleCommands } from './example-commands.ts';
import { makeDataset } from './made-dataset.ts';
import { runHere } from './run-here.ts';
import { expectSchema, schemaNames } from './schemas.ts';
import { walkCommands } from './walk-commands.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();
const commands = await walkCommands();
/** Every command but those without a document: the program, `train`, whose models share one, and what the shell asks. */
const documented = commands.filter(({ path }) => !['', 'train', 'complete'].includes(path));

function schemaOf(path: string): string {
  return path.startsWith('train ') ? 'train' : path.replaceAll(' ', '-');
}

describe('schemas', () => {
  it('are there for each command, and for no other', () => {
    const wanted = new Set(['error', ...documented.map(({ path }) => schemaOf(path))]);
    expect(schemaNames.toSorted()).toEqual([...wanted].toSorted());
  });
});

describe('a failure with --json is one document', () => {
  const oneOfEach = documented.filter(({ path }) => !path.startsWith('train ') || path === 'train svc');

  it.each(oneOfEach.map(({ path }) => path))('%s --nonsense', async (path) => {
    const { exitCode, stdout } = await runHere([...path.split(' '), '--nonsense', '--json']);
    expect(exitCode).toBe(1);
    expectSchema('error', JSON.parse(stdout));
  });
});

describe('a result with --json is one document', () => {
  it('as the schema of the command says', async () => {
    for (const args of await exampleCommands(work.path)) {
      const { exitCode, stdout } = await runHere([...args, '--json'], work.env);
      expect({ args, exitCode }).toEqual({ args, exitCode: 0 });
      expectSchema(schemaOf(commandOf(args)), JSON.parse(stdout));
    }
    const written = JSON.parse(await readFile(work.in('findings.json'), 'utf8'));
    expectSchema('audit', written);
  });

  it('also of a page that is served, printed once', async () => {
    const { definition } = await makeDataset(work.path, { trainCount: 12, testCount: 9 });
    const interrupt = () => process.emit('SIGINT');
    const { stdout } = await runHere(['serve', definition, '--maps', 'pca', '--json'], work.env, interrupt);
    expectSchema('serve', JSON.parse(stdout));
  });
});

/** The longest path of a command that the arguments begin with. */
function commandOf(args: readonly string[]): string {
  const paths = commands
    .map(({ path }) => path)
    .filter((path) => `${args.join(' ')} `.startsWith(`${path} `));
  return paths.toSorted((a, b) => b.length - a.length)[0] ?? '';
}
