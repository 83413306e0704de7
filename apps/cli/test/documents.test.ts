import { readFile, writeFile } from 'node:fs/promises';
import { humanProtocol, paperResults } from '@fashion-mnist/benchmark';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type MadeDataset, makeDataset } from './made-dataset.ts';
import { makePhotos } from './made-photos.ts';
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

beforeEach(() => {
  for (const [name, value] of Object.entries(work.env)) vi.stubEnv(name, value);
});

describe('schemas', () => {
  it('are there for each command, and for no other', () => {
    const wanted = new Set(['error', ...documented.map(({ path }) => schemaOf(path))]);
    expect(schemaNames.toSorted()).toEqual([...wanted].toSorted());
  });
});

describe('a failure with --json is one document', () => {
  const oneOfEach = documented.filter(({ path }) => !path.startsWith('train ') || path === 'train svc');

  it.each(oneOfEach.map(({ path }) => path))('%s --nonsense', async (path) => {
    const { exitCode, printed } = await runHere([...path.split(' '), '--nonsense', '--json']);
    expect(exitCode).toBe(1);
    expect(printed).toHaveLength(1);
    expectSchema('error', JSON.parse(printed[0] ?? ''));
  });
});

const DATASET = { trainCount: 45, testCount: 30, height: 28, width: 28, hasPattern: true };

/** Arguments by command, in an order in which each finds what it needs. */
function examples({ definition, folder }: MadeDataset): readonly (readonly string[])[] {
  const model = work.in('model.safetensors');
  return [
    ['fetch', definition],
    ['info', definition],
    ['info', `${folder}/train-images-idx3-ubyte.gz`],
    ['show', definition, '--out', work.in('sheet.png')],
    ['show', definition, '--transform', 'wrn-40-4', '--grid', '1x2'],
    ['export', definition, '--to', 'npz', '--out', work.in('exported')],
    ['cite', 'mnist', '--bibtex'],
    ['audit', definition, '--near', '200', '--compare', work.in('known.txt')],
    ['audit', definition, '--no-labels', '--out', work.in('findings.json')],
    ['convert', work.in('photo.png'), '--out', work.in('converted')],
    ['embed', definition, '--method', 'pca', '--beside', definition, '--out', work.in('map.svg')],
    ['train', 'k-neighbors', definition, '--out', model],
    ['evaluate', model, '--dataset', definition],
    ['predict', model, work.in('photo.png'), `${folder}/t10k-images-idx3-ubyte.gz`],
    ['benchmark', 'report', work.in('rows.jsonl')],
    ['leaderboard'],
    ['leaderboard', 'human', work.in('ada.csv'), '--dataset', definition, '--images', '3', '--answers', '1'],
    ['completion', 'zsh'],
  ];
}

describe('a result with --json is one document', () => {
  it('as the schema of the command says', async () => {
    const made = await makeDataset(work.path, DATASET);
    await makePhotos([work.in('photo.png')]);
    await writeFile(work.in('known.txt'), '1\ntest 2\n');
    await writeFile(work.in('rows.jsonl'), originalRow());
    const { indices } = humanProtocol({ imageCount: 3, testCount: DATASET.testCount });
    const answers = Array.from(indices, (index) => `${index},Ada,1`);
    await writeFile(work.in('ada.csv'), ['index,annotator,label', ...answers].join('\n'));
    for (const args of examples(made)) {
      const { exitCode, printed } = await runHere([...args, '--json', ...threadsOf(args)]);
      expect({ args, exitCode, count: printed.length }).toEqual({ args, exitCode: 0, count: 1 });
      expectSchema(schemaOf(commandOf(args)), JSON.parse(printed[0] ?? ''));
    }
    const written = JSON.parse(await readFile(work.in('findings.json'), 'utf8'));
    expectSchema('audit', written);
  });

  it('also of a page that is served, printed once', async () => {
    const { definition } = await makeDataset(work.path, { trainCount: 12, testCount: 9 });
    const interrupt = () => process.emit('SIGINT');
    const { printed } = await runHere(['serve', definition, '--maps', 'pca', '--json'], interrupt);
    expect(printed).toHaveLength(1);
    expectSchema('serve', JSON.parse(printed[0] ?? ''));
  });
});

/** The longest path of a command that the arguments begin with. */
function commandOf(args: readonly string[]): string {
  const paths = commands
    .map(({ path }) => path)
    .filter((path) => `${args.join(' ')} `.startsWith(`${path} `));
  return paths.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

function threadsOf([name = '']: readonly string[]): readonly string[] {
  return ['audit', 'convert', 'embed', 'train', 'evaluate', 'predict'].includes(name)
    ? ['--threads', '1']
    : [];
}

/** A line as the original writes it. */
function originalRow(): string {
  const tree = paperResults.find(({ name }) => name === 'DecisionTreeClassifier');
  return JSON.stringify({
    name: tree?.name,
    parameter: tree?.parameter,
    score: [0.8],
    mean_accuracy: 0.8,
    std_accuracy: 0,
    time_per_repeat: 2.5,
    num_repeat: 1,
    start_time: 1,
    done_time: 9,
  });
}
