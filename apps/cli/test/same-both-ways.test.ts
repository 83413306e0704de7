import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeIdx } from '@fashion-mnist/idx-format';
import { expect, it } from 'vitest';
import { exampleCommands } from './example-commands.ts';
import { type Environment, type Finished, runCommand } from './run-command.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();

type Run = (args: readonly string[], env: Environment) => Promise<Finished>;

/** One after the other, each with what came of it: what depends on the folder and on the clock is left out. */
async function runAll(
  run: Run,
  folder: string,
  commands: readonly (readonly string[])[],
  env: Environment = {},
) {
  const neutral = (text: string) =>
    text
      .replaceAll(folder, 'FOLDER')
      .replaceAll(/[\d.,]+(?= (s|ms|images\/s)\b)/g, 'TIME')
      .replaceAll(/ {2,}/g, '  ');
  const finished = [];
  for (const args of commands) {
    const all = { FASHION_MNIST_CACHE: join(folder, 'cache'), FASHION_MNIST_OFFLINE: '', ...env };
    const { exitCode, stdout, stderr } = await run(args, all);
    finished.push({
      command: args.map(neutral),
      exitCode,
      stdout: neutral(stdout),
      stderr: neutral(stderr),
    });
  }
  return finished;
}

/** The last one of those that begin with the same words. */
function oneOfEach(commands: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(commands.map((args) => [args.slice(0, 2).join(' '), args])).values()];
}

it('every command does the same in the process of a test and in its own, which ends by itself', async () => {
  const [here, there] = [work.in('here'), work.in('there')];
  const finished = await runAll(runHere, here, oneOfEach(await exampleCommands(here)));
  expect(await runAll(runCommand, there, oneOfEach(await exampleCommands(there)))).toEqual(finished);
  expect(finished.map(({ exitCode }) => exitCode)).toEqual(finished.map(() => 0));
});

it('networks learn the same, and say it', async () => {
  const learn = async (run: Run, folder: string) => {
    const [[, definition = ''] = []] = await exampleCommands(folder);
    const train = ['train', 'mlp-256-128-100', definition, '--epochs', '2', '--threads', '1'];
    return runAll(run, folder, [train]);
  };
  const finished = await learn(runHere, work.in('here'));
  expect(await learn(runCommand, work.in('there'))).toEqual(finished);
  expect(finished[0]?.stderr).toMatch(/^epoch 1 of 2/);
});

it('failures do the same, whatever their kind', async () => {
  await writeFile(work.in('page.gz'), '<html>');
  const image = encodeIdx({ data: new Uint8Array(784), shape: [1, 28, 28] });
  await writeFile(work.in('train-images-idx3-ubyte.gz'), gzipSync(image));
  const failures = [
    { args: ['fetc'], exitCode: 1 },
    { args: ['fetc', '--json'], exitCode: 1 },
    { args: ['info', work.in('page.gz')], exitCode: 2 },
    { args: ['fetch', '--offline', '--json'], exitCode: 3 },
    { args: ['info', work.in('missing.idx')], exitCode: 4 },
    { args: ['fetch', '--from', work.path], exitCode: 5 },
  ];
  const commands = failures.map(({ args }) => args);
  const finished = await runAll(runHere, work.path, commands);
  expect(await runAll(runCommand, work.path, commands)).toEqual(finished);
  expect(finished.map(({ exitCode }) => exitCode)).toEqual(failures.map(({ exitCode }) => exitCode));
});

it('variables are heeded, warnings included, and are as before when the command has ended', async () => {
  const fetchWithoutHome = async (run: Run, folder: string) => {
    const [fetch = []] = await exampleCommands(folder);
    const home = join(folder, 'home');
    await writeFile(home, 'not a folder');
    const unset = { FASHION_MNIST_CACHE: undefined, XDG_CACHE_HOME: undefined };
    return runAll(run, folder, [fetch], { ...unset, HOME: home, TMPDIR: folder });
  };
  const before = { ...process.env };
  const finished = await fetchWithoutHome(runHere, work.in('here'));
  expect({ ...process.env }).toEqual(before);
  expect(finished[0]?.stderr).toMatch(/^warning: the usual cache folder/);
  expect(await fetchWithoutHome(runCommand, work.in('there'))).toEqual(finished);
});
