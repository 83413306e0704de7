import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeIdx } from '@fashion-mnist/idx-format';
import { encodePng } from '@fashion-mnist/visualize';
import { decode } from 'fast-png';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { CLASS_NAMES, makeDataset } from './made-dataset.ts';
import { runCommand, startCommand, waitForOutput } from './run-command.ts';
import { runHere } from './run-here.ts';
import { expectSchema } from './schemas.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();

const SIDE = 28;
const NETWORK = 'mlp-256-128-100';

function makePictures(trainCount = 150) {
  return makeDataset(work.path, { trainCount, testCount: 30, height: SIDE, width: SIDE, hasPattern: true });
}

/** Trains on pictures of which each class is brightest in a third of its own: upper, middle, lower. */
async function trainMade(args: readonly string[] = [], network = NETWORK) {
  const made = await makePictures();
  const settings = ['--epochs', '4', '--batch-size', '16', '--threads', '1'];
  const result = await runHere(['train', network, made.definition, ...settings, ...args], work.env);
  return { made, ...result };
}

describe('train of a network', () => {
  it('tells people how each epoch went and what was learned, and draws curves and confusions', async () => {
    const [curves, confusion] = [work.in('curves.png'), work.in('confusion.svg')];
    const pictures = ['--curves', curves, '--confusion', confusion, '--validation', '30'];
    const { exitCode, stdout, stderr } = await trainMade(pictures);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(
      /^epoch 1 of 4: loss [\d.]+, accuracy 0\.\d{4}; held out: loss [\d.]+, accuracy [01]\.\d{4}; [\d,]+ images\/s\n/,
    );
    expect(stderr.match(/^epoch \d of 4/gm)).toHaveLength(4);
    expect(stdout).toMatch(
      /^mlp-256-128-100 learned from 120 images \(2\d\d,\d{3} parameters; random-shift, random-flip, normalize; 4 epochs\) in [\d.]+ s\naccuracy 1\.0000 on 30 training images held out/,
    );
    expect(stdout).toContain(`wrote ${curves}\nwrote ${confusion}\n`);
    expect(decode(await readFile(curves)).width).toBeGreaterThan(1000);
    expect(await readFile(confusion, 'utf8')).toContain('Ankle  boot!');
  });

  it('tells programs the same, and writes what evaluate finds just as good', async () => {
    const path = work.in('network.safetensors');
    const { made, stdout } = await trainMade(['--json', '--out', path]);
    const trained = JSON.parse(stdout);
    expectSchema('train', trained);
    expect(trained).toMatchObject({
      estimator: NETWORK,
      options: { epochs: 4, batchSize: 16, loss: { kind: 'cross-entropy' }, optimizer: { kind: 'adam' } },
      dataset: 'made',
      trainCount: 150,
      judgedBy: 'test images',
      count: 30,
      classes: [0, 1, 2],
      out: [path],
    });
    expect(trained.history.map(({ epoch }: { epoch: number }) => epoch)).toEqual([1, 2, 3, 4]);
    const { accuracy, perClass, confusion } = trained;
    const evaluate = ['evaluate', path, '--dataset', made.definition, '--json'];
    const evaluated = await runHere(evaluate, work.env);
    expect(evaluated.stderr).toBe('');
    expect(JSON.parse(evaluated.stdout)).toMatchObject({
      estimator: NETWORK,
      split: 'test',
      accuracy,
      perClass,
      confusion,
    });
    const flipped = await runHere([...evaluate, '--flips'], work.env);
    expect(JSON.parse(flipped.stdout)).toMatchObject({ accuracy: 1 });
    expect(await work.list()).not.toContain('network.safetensors.checkpoint');
  });

  it('writes a checkpoint when it is interrupted, and goes on from there to the same network', async () => {
    const made = await makePictures(300);
    const train = ['train', NETWORK, made.definition, '--epochs', '12', '--threads', '1', '--out'];
    const [straight, broken] = [work.in('straight'), work.in('broken')];
    const whole = await runHere([...train, straight], work.env);
    expect(whole.exitCode).toBe(0);

    const command = startCommand([...train, broken], work.env);
    await waitForOutput(command, /epoch 1 of 12/);
    command.process.kill('SIGINT');
    const { exitCode, stdout, stderr } = await command.finished;
    expect([exitCode, stdout]).toEqual([130, '']);
    expect(stderr).toMatch(
      /\ninterrupted in epoch \d+ of 12: wrote .*broken\.checkpoint\nthe same command with --resume goes on from there\n$/,
    );
    expect((await work.list()).filter((name) => name.startsWith('broken'))).toEqual(['broken.checkpoint']);

    const other = await runHere([...train, broken, '--resume', '--count', '299'], work.env);
    expect([other.exitCode, other.stderr]).toEqual([
      1,
      expect.stringMatching(/--resume: .*checkpoint of another training/),
    ]);
    const resumed = await runHere([...train, broken, '--resume'], work.env);
    expect(resumed.exitCode).toBe(0);
    expect(await readFile(broken)).toEqual(await readFile(straight));
    expect(await work.list()).not.toContain('broken.checkpoint');
  });

  it('takes the steps of a file in place of its own', async () => {
    const steps = work.in('steps.json');
    await writeFile(steps, JSON.stringify({ steps: [{ operation: 'scale-to-unit' }] }));
    const { stdout } = await trainMade(['--preset', steps, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ preprocessing: { steps: [{ operation: 'scale-to-unit' }] } });
  });

  it.each([
    [['--preset', 'resnet'], /--preset: .*did you mean 'resnet18'/],
    [['--preset', 'hog-svm'], /takes images of 28 x 28 pixels, got 1296 after hog/],
    [['--learning-rate', '1e30'], /diverged in epoch 1.*try a smaller --learning-rate/],
    [['--curves', 'curves.jpg'], /--curves: expected a name that ends in \.png or \.svg, got curves\.jpg/],
    [['--resume', '--out', 'missing'], /--resume: there is no checkpoint missing\.checkpoint/],
  ])('refuses %j', async (args, message) => {
    const { exitCode, stdout, stderr } = await trainMade(args);
    expect(stderr).toMatch(message);
    expect([exitCode, stdout]).toEqual([1, '']);
  });

  it('alone loads tfjs: classifiers and help texts do without it', async () => {
    const made = await makePictures(60);
    const env = { ...work.env, NODE_OPTIONS: `--import=${new URL('without-tfjs.ts', import.meta.url).href}` };
    const classifier = await runCommand(['train', 'gaussian-nb', made.definition], env);
    const help = await runCommand(['train', NETWORK, '--help'], env);
    expect([classifier.exitCode, help.exitCode]).toEqual([0, 0]);
    const network = await runCommand(['train', NETWORK, made.definition], env);
    expect(network.stderr).toContain('tfjs is loaded');
  });

  it('refuses pictures of another size, and names the network that was meant', async () => {
    const small = await makeDataset(work.path, { name: 'small' });
    const wrongSize = await runHere(['train', NETWORK, small.definition], work.env);
    expect(wrongSize.stderr).toMatch(/takes images of 28 x 28 pixels, got 3 x 5/);
    const unknown = await runHere(['train', 'wrn404'], work.env);
    expect(unknown.stderr).toMatch(/Did you mean wrn-40-4/);
    expect([wrongSize.exitCode, unknown.exitCode]).toEqual([1, 1]);
  });
});

describe('the file of a network', () => {
  async function trainedFile() {
    const path = work.in('network.safetensors');
    const { made } = await trainMade(['--out', path]);
    return { path, made };
  }

  it('answers for pictures, and for photos as convert makes pictures of them', async () => {
    const { path, made } = await trainedFile();
    const pixels = made.test.images.slice(0, 2 * SIDE * SIDE);
    const [png, idx, photo] = [work.in('one.png'), work.in('two-idx3-ubyte'), work.in('photo.jpg')];
    await writeFile(png, encodePng({ data: pixels.subarray(SIDE * SIDE), shape: [SIDE, SIDE] }));
    await writeFile(idx, encodeIdx({ data: pixels, shape: [2, SIDE, SIDE] }));
    const page = { width: 120, height: 160, channels: 3, background: '#ffffff' } as const;
    const thing = { ...page, width: 90, height: 120, background: '#203040' } as const;
    const input = await sharp({ create: thing }).png().toBuffer();
    await sharp({ create: page }).composite([{ input }]).jpeg().toFile(photo);

    const { stdout } = await runHere(['predict', path, png, idx, photo, '--flips', '--json'], work.env);
    const answers = JSON.parse(stdout) as readonly { className: string; conversion?: object }[];
    expect(answers.slice(0, 3).map(({ className }) => className)).toEqual(
      [1, 0, 1].map((i) => CLASS_NAMES[i]),
    );
    expect(answers.map(({ conversion }) => conversion)).toEqual([
      undefined,
      undefined,
      undefined,
      expect.objectContaining({ width: 120, height: 160, isBackgroundRemoved: false }),
    ]);
    const people = await runHere(['predict', path, photo], work.env);
    expect(people.stdout).toMatch(/photo\.jpg: .+\n {2}converted from a photo of 120 x 160 pixels\n/);
    const refused = await runHere(['predict', path, photo, '--no-convert'], work.env);
    expect([refused.exitCode, refused.stderr]).toEqual([
      2,
      expect.stringMatching(/got JPEG, in .*photo\.jpg/),
    ]);
  });

  it('goes to other runtimes, whole or not at all', async () => {
    const { path } = await trainedFile();
    const [onnx, folder] = [work.in('network.onnx'), work.in('layers')];
    const toOnnx = await runHere(['export-model', path, '--to', 'onnx', '--out', onnx, '--json']);
    expectSchema('export-model', JSON.parse(toOnnx.stdout));
    expect(JSON.parse(toOnnx.stdout)).toMatchObject({
      network: NETWORK,
      inputShape: ['batch', 1, SIDE, SIDE],
    });
    expect((await readFile(onnx)).includes('random-')).toBe(false);
    expect((await readFile(onnx)).includes('Ankle  boot!')).toBe(true);
    const toLayers = await runHere(['export-model', path, '--to', 'layers-model', '--out', folder]);
    expect(toLayers.stdout).toContain('takes [batch, 28, 28, 1]');
    expect(await work.list('layers')).toEqual(['model.json', 'weights.bin']);
    const again = await runHere(['export-model', path, '--to', 'layers-model', '--out', folder]);
    expect([again.exitCode, again.stderr]).toEqual([1, expect.stringMatching(/exists: pass --force/)]);
  });

  it('is refused where it has changed, or is a checkpoint', async () => {
    const { path } = await trainedFile();
    const bytes = await readFile(path);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 5) ^ 1, bytes.length - 5);
    await writeFile(join(work.path, 'changed'), bytes);
    for (const command of [['evaluate'], ['export-model', '--to', 'onnx', '--out', work.in('never')]]) {
      const [name = '', ...options] = command;
      const { exitCode, stderr } = await runHere([name, work.in('changed'), ...options], work.env);
      expect([exitCode, stderr]).toEqual([
        2,
        expect.stringMatching(/expected SHA-256 .* \(damaged or changed\)/),
      ]);
    }
    expect(await work.list()).not.toContain('never');
  });
});
