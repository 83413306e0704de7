import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeIdx } from '@fashion-mnist/idx-format';
import { encodePng } from '@fashion-mnist/visualize';
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { CLASS_NAMES, type MadeDataset, makeDataset } from './made-dataset.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();

const MADE = { trainCount: 90, testCount: 30, height: 8, width: 8 };

/** Trains on a dataset whose labels can be told from its pictures: each is brightest in a third of its own. */
async function trainMade(args: readonly string[], model = 'k-neighbors') {
  const made = await makeDataset(work.path, { ...MADE, hasPattern: true });
  const result = await runHere(['train', model, made.definition, ...args], work.env);
  return { made, ...result };
}

function picture({ test, height, width }: MadeDataset, index: number): Uint8Array {
  return test.images.subarray(index * height * width, (index + 1) * height * width);
}

describe('train', () => {
  it('tells what it learned, how long it took and how good it is', async () => {
    const { exitCode, stdout } = await trainMade(['--json', '--n-neighbors', '3']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      estimator: 'KNeighborsClassifier',
      options: { nNeighbors: 3, weights: 'uniform' },
      preprocessing: { hog: false, scale: true, pca: null },
      dataset: 'made',
      trainCount: 90,
      seed: 42,
      judgedBy: 'test images',
      count: 30,
      accuracy: 1,
      classes: [0, 1, 2],
      confusion: [
        [10, 0, 0],
        [0, 10, 0],
        [0, 0, 10],
      ],
      out: [],
    });
  });

  it('says the same to people, class by class', async () => {
    const { stdout } = await trainMade(['--count', '60', '--pca', '5']);
    expect(stdout).toMatch(
      /^KNeighborsClassifier learned from 60 images \(pixels, standardised, 5 principal components\) in [\d.]+ s\n/,
    );
    expect(stdout).toMatch(/\naccuracy 1\.0000 on 30 test images \([\d.]+ s\)\n/);
    for (const name of CLASS_NAMES) expect(stdout).toContain(name);
  });

  it('takes null for an option that may be null', async () => {
    const { exitCode, stdout } = await trainMade(['--json', '--max-depth', 'null'], 'random-forest');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ options: { maxDepth: null } });
  });

  it('judges by held out training pictures where it is told to', async () => {
    const { stdout } = await trainMade(['--json', '--validation', '15']);
    expect(JSON.parse(stdout)).toMatchObject({
      trainCount: 75,
      count: 15,
      judgedBy: 'training images held out',
    });
  });

  it('writes the same model for the same seed, and a picture of the confusions', async () => {
    const [one, other] = [work.in('one.safetensors'), work.in('other.safetensors')];
    const confusion = work.in('confusion.png');
    await trainMade(['--out', one, '--confusion', confusion, '--threads', '1']);
    await trainMade(['--out', other, '--threads', '2']);
    expect(await readFile(one)).toEqual(await readFile(other));
    expect(decode(await readFile(confusion)).width).toBeGreaterThan(200);
  });

  it('can learn from histograms of gradients', async () => {
    const { stdout } = await trainMade(['--json', '--hog']);
    expect(JSON.parse(stdout)).toMatchObject({ preprocessing: { hog: true, scale: false }, count: 30 });
  });

  it.each([
    [['k-neighbours'], /Did you mean k-neighbors/],
    [['k-neighbors', '--n-neighbors', '0'], /--n-neighbors.*Expected a whole number >= 1/],
    [['k-neighbors', '--neighbors', '3'], /unknown option '--neighbors'/],
    [['k-neighbors', '--n-neighbors', '200'], /nNeighbors: expected a whole number in 1\.\.90/],
    [['k-neighbors', '--validation', '90'], /--validation: expected 1\.\.89, got 90/],
    [
      ['k-neighbors', '--confusion', 'matrix.jpg'],
      /--confusion: expected a name that ends in \.png or \.svg/,
    ],
  ])('refuses %j', async ([model = '', ...args], message) => {
    const { exitCode, stderr } = await trainMade(args, model);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(1);
  });

  it('lists its models, and the options of each with their defaults', async () => {
    expect((await runHere(['train', '--help'])).stdout).toMatch(/k-neighbors +KNeighborsClassifier/);
    const { stdout } = await runHere(['train', 'k-neighbors', '--help']);
    expect(stdout).toMatch(/--n-neighbors <value>\s+a whole number >= 1 \(default:\s+5\)/);
  });
});

describe('evaluate', () => {
  it('finds what train found, from the file alone', async () => {
    const path = work.in('model.safetensors');
    const trained = await trainMade(['--json', '--out', path]);
    const dataset = ['--dataset', trained.made.definition];
    const evaluated = await runHere(['evaluate', path, ...dataset, '--json'], work.env);
    expect(evaluated.exitCode).toBe(0);
    const { accuracy, perClass, confusion } = JSON.parse(trained.stdout);
    expect(JSON.parse(evaluated.stdout)).toMatchObject({
      estimator: 'KNeighborsClassifier',
      dataset: 'made',
      split: 'test',
      accuracy,
      perClass,
      confusion,
    });
  });

  it('refuses a file that has changed, and one that is no model', async () => {
    const path = work.in('model.safetensors');
    const { made } = await trainMade(['--out', path]);
    const bytes = await readFile(path);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 5) ^ 1, bytes.length - 5);
    await writeFile(path, bytes);
    for (const file of [path, made.definition]) {
      const { exitCode, stderr } = await runHere(['evaluate', file], work.env);
      expect(stderr).toMatch(/^error: saved model: expected/);
      expect(exitCode).toBe(2);
    }
    expect((await runHere(['evaluate', work.in('missing')], work.env)).exitCode).toBe(4);
  });
});

describe('predict', () => {
  it('names the class of PNG files and of all pictures of an IDX file', async () => {
    const path = work.in('model.safetensors');
    const { made } = await trainMade(['--out', path]);
    const { height, width } = made;
    const png = join(work.path, 'one.png');
    await writeFile(png, encodePng({ data: picture(made, 1), shape: [height, width] }));
    const idx = join(work.path, 'some-idx3-ubyte');
    const some = made.test.images.slice(0, 2 * height * width);
    await writeFile(idx, encodeIdx({ data: some, shape: [2, height, width] }));
    const { stdout, exitCode } = await runHere(['predict', path, png, idx, '--json'], work.env);
    expect(exitCode).toBe(0);
    const answers = JSON.parse(stdout) as readonly { picture: string; className: string }[];
    expect(answers.map(({ className }) => className)).toEqual([
      CLASS_NAMES[1],
      CLASS_NAMES[0],
      CLASS_NAMES[1],
    ]);
    expect(answers[2]?.picture).toBe(`${idx}[1]`);
    const people = await runHere(['predict', path, png], work.env);
    expect(people.stdout).toBe(
      `${png}: ${CLASS_NAMES[1]} (${CLASS_NAMES[1]} 1.000, ${CLASS_NAMES[0]} 0.000, ${CLASS_NAMES[2]} 0.000)\n`,
    );
  });

  it('refuses pictures of another size, and files that are no pictures', async () => {
    const path = work.in('model.safetensors');
    const { made } = await trainMade(['--out', path]);
    const small = join(work.path, 'small.png');
    await writeFile(small, encodePng({ data: new Uint8Array(12), shape: [3, 4] }));
    const wrongSize = await runHere(['predict', path, small], work.env);
    expect(wrongSize.stderr).toMatch(/expected 8 x 8 pixels, as the model has learned from, got 3 x 4/);
    const noPicture = await runHere(['predict', path, made.definition], work.env);
    expect([wrongSize.exitCode, noPicture.exitCode]).toEqual([1, 2]);
  });
});
