import { readFile, writeFile } from 'node:fs/promises';
import { claims } from '@fashion-mnist/benchmark';
import { presets } from '@fashion-mnist/transforms/presets';
import { describe, expect, it } from 'vitest';
import { decodePng } from './decode-png.ts';
import { makeDataset } from './made-dataset.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();

/** Runs `show --transform` on a made dataset, with a file of these steps. */
async function showSteps(steps: unknown, options: readonly string[]) {
  const dataset = await makeDataset(work.path);
  const preset = work.in('steps.json');
  await writeFile(preset, typeof steps === 'string' ? steps : JSON.stringify({ name: 'mine', steps }));
  const args = ['show', dataset.definition, '--transform', preset, ...options];
  return { dataset, preset, ...(await runHere(args, work.env)) };
}

/** The pictures of a sheet, magnified 4 times with gaps of 8 pixels, the first of them 24; each as rows of pixels. */
function cellsOf(png: Buffer, { height, width }: Size) {
  const sheet = decodePng(png);
  const cell = (row: number, column: number) => {
    const top = 8 + row * (4 * height + 8);
    const left = 8 + column * (4 * width + 8) + (column > 0 ? 16 : 0);
    const pixel = (place: number) =>
      sheet.data[(top + 4 * Math.floor(place / width)) * sheet.width + left + 4 * (place % width)] ?? -1;
    return Array.from({ length: height * width }, (_, place) => pixel(place));
  };
  return { cell, width: sheet.width, height: sheet.height };
}

interface Size {
  readonly height: number;
  readonly width: number;
}

/** A picture in the middle of a cell. */
function centred(picture: readonly number[], size: Size, cell: Size, background = 255): readonly number[] {
  const top = Math.floor((cell.height - size.height) / 2);
  const left = Math.floor((cell.width - size.width) / 2);
  return Array.from({ length: cell.height * cell.width }, (_, place) => {
    const [y, x] = [Math.floor(place / cell.width) - top, (place % cell.width) - left];
    const isInside = y >= 0 && y < size.height && x >= 0 && x < size.width;
    return isInside ? (picture[y * size.width + x] ?? -1) : background;
  });
}

describe('show --transform', () => {
  it('writes each picture and what it becomes', async () => {
    const out = work.in('sheet.png');
    const { dataset, exitCode, stdout } = await showSteps(
      [{ operation: 'flip' }, { operation: 'normalize' }],
      ['--grid', '2x3', '--index', '1', '--out', out],
    );
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      `wrote ${out}\nmine: flip, normalize\ntest 1..2: each picture, then seed 0, epoch 0..1\n`,
    );
    const { cell, width, height } = cellsOf(await readFile(out), dataset);
    expect([width, height]).toEqual([3 * 28 + 24, 2 * 20 + 8]);
    const pictures = [1, 2].map((index) => [...dataset.test.images.subarray(15 * index, 15 * index + 15)]);
    const [least, greatest] = [Math.min(...pictures.flat()), Math.max(...pictures.flat())];
    for (const [row, picture] of pictures.entries()) {
      expect(cell(row, 0)).toEqual(picture);
      const flipped = picture.map((_, place) => picture[place - (place % 5) + 4 - (place % 5)] ?? -1);
      for (const [place, level] of cell(row, 2).entries()) {
        const expected = (((flipped[place] ?? -1) - least) / (greatest - least)) * 255;
        expect(Math.abs(level - expected)).toBeLessThanOrEqual(0.501);
      }
    }
  });

  it('draws the same epochs for the same seed, and others for another', async () => {
    const steps = [{ operation: 'random-shift', pixels: 2 }];
    const sheetOf = async (seed: string) => {
      const out = work.in(`${seed}.png`);
      const { dataset } = await showSteps(steps, ['--grid', '2x5', '--seed', seed, '--out', out, '--force']);
      const { cell } = cellsOf(await readFile(out), dataset);
      return [1, 2, 3, 4].map((column) => cell(0, column).join(' '));
    };
    const [first, again, other] = [await sheetOf('3'), await sheetOf('3'), await sheetOf('4')];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(new Set(first).size).toBeGreaterThan(1);
  });

  it('draws in the terminal, and describes itself as JSON', async () => {
    const { dataset, stdout } = await showSteps([{ operation: 'flip' }], ['--grid', '1x2']);
    expect(stdout.split('\n').length).toBe(Math.ceil((dataset.height + 2) / 2) + 3);
    const described = await showSteps([{ operation: 'flip' }], ['--json', '--seed', '7']);
    expect(JSON.parse(described.stdout)).toMatchObject({
      dataset: 'made',
      split: 'test',
      transform: { name: 'mine', steps: [{ operation: 'flip' }] },
      seed: 7,
      range: { black: 0, white: 255 },
      shown: [{ index: 0, label: 0, className: 'T-shirt/top' }, { index: 1 }],
    });
  });

  it.each([
    { what: 'greater', steps: [{ operation: 'pad', pixels: 2, fill: 9 }], size: { height: 7, width: 9 } },
    {
      what: 'lower',
      steps: [{ operation: 'random-crop', padding: 0, height: 1 }],
      size: { height: 1, width: 5 },
    },
  ])('centres pictures that become $what', async ({ steps, size }) => {
    const out = work.in('sheet.png');
    const { dataset, exitCode } = await showSteps(steps, ['--grid', '2x2', '--out', out]);
    expect(exitCode).toBe(0);
    const cellSize = {
      height: Math.max(size.height, dataset.height),
      width: Math.max(size.width, dataset.width),
    };
    const { cell, width, height } = cellsOf(await readFile(out), cellSize);
    expect([width, height]).toEqual([2 * (4 * cellSize.width + 8) + 24, 2 * (4 * cellSize.height + 8) + 8]);
    for (const row of [0, 1]) {
      const before = [...dataset.test.images.subarray(15 * row, 15 * row + 15)];
      expect(cell(row, 0)).toEqual(centred(before, dataset, cellSize));
      const after = cell(row, 1);
      const isPad = size.height > dataset.height;
      if (isPad) expect(after).toEqual(centred(before, dataset, cellSize, 9));
      else {
        const rows = [0, 1, 2].map((line) => centred(before.slice(5 * line, 5 * line + 5), size, cellSize));
        expect(rows).toContainEqual(after);
      }
    }
  });

  it('refuses a sheet that is too large', async () => {
    const { exitCode, stderr } = await showSteps(
      [{ operation: 'pad', pixels: 1500 }],
      ['--grid', '2x2', '--out', work.in('sheet.png')],
    );
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/--grid: expected a sheet of at most \d+ pixels/);
  });

  it('learns scalers from all pictures of the split', async () => {
    const out = work.in('sheet.png');
    const { dataset } = await showSteps([{ operation: 'standard-scaler' }], ['--grid', '2x2', '--out', out]);
    const pictures = [0, 1, 2, 3].map((index) => [
      ...dataset.test.images.subarray(15 * index, 15 * index + 15),
    ]);
    const scaled = pictures.map((picture) =>
      picture.map((pixel, place) => {
        const values = pictures.map((other) => other[place] ?? Number.NaN);
        const mean = values.reduce((sum, value) => sum + value) / 4;
        const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4;
        return (pixel - mean) / Math.sqrt(variance);
      }),
    );
    const shown = scaled.slice(0, 2);
    const [least, greatest] = [Math.min(...shown.flat()), Math.max(...shown.flat())];
    const { cell } = cellsOf(await readFile(out), dataset);
    for (const [row, picture] of shown.entries()) {
      const levels = cell(row, 1);
      for (const [place, value] of picture.entries())
        expect(Math.abs((levels[place] ?? -1) - ((value - least) / (greatest - least)) * 255)).toBeLessThan(
          0.51,
        );
    }
  });

  it.each([
    { steps: [{ operation: 'standard-scaler' }, { operation: 'mixup' }] },
    { steps: [{ operation: 'mixup' }, { operation: 'standard-scaler' }] },
  ])('mixes with pictures of the whole split, before and after scalers: $steps', async ({ steps }) => {
    const sheetOf = async (seed: string) => {
      const out = work.in(`${seed}.png`);
      const options = ['--grid', '2x3', '--seed', seed, '--out', out, '--force'];
      const { dataset, exitCode, stderr } = await showSteps(steps, options);
      expect(stderr).toBe('');
      expect(exitCode).toBe(0);
      const { cell } = cellsOf(await readFile(out), dataset);
      return [1, 2].map((column) => cell(0, column).join(' '));
    };
    const first = await sheetOf('3');
    expect(await sheetOf('3')).toEqual(first);
    expect(new Set([...first, ...(await sheetOf('4'))]).size).toBe(4);
  });

  it('takes a preset by its name', async () => {
    const { definition } = await makeDataset(work.path, { height: 28, width: 28 });
    const { stdout } = await runHere(['show', definition, '--transform', 'wrn-28-10', '--json'], work.env);
    expect(JSON.parse(stdout).transform).toEqual(presets.find(({ name }) => name === 'wrn-28-10'));
  });

  it.each([
    { what: 'what is no JSON', steps: '{"steps": [', exit: 2, says: /steps\.json: expected JSON: / },
    {
      what: 'an unknown option',
      steps: [{ operation: 'flip', axs: 1 }],
      exit: 2,
      says: /steps\.json: step 1 \(flip\): expected one of axis, got the option axs/,
    },
    { what: 'an unknown operation', steps: [{ operation: 'flipp' }], exit: 2, says: /did you mean 'flip'\?/ },
    {
      what: 'a step that does not fit',
      steps: [{ operation: 'crop', height: 9, width: 9 }],
      exit: 2,
      says: /step 1 \(crop\): crop: expected/,
    },
    {
      what: 'features',
      steps: [{ operation: 'hog', pixelsPerCell: 1 }],
      exit: 1,
      says: /expected steps that give pictures, got \d+ features/,
    },
  ])('refuses $what', async ({ steps, exit, says }) => {
    const { exitCode, stdout, stderr } = await showSteps(steps, ['--out', work.in('sheet.png')]);
    expect(exitCode).toBe(exit);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe('');
    expect(await work.list()).not.toContain('sheet.png');
  });

  it.each([
    { options: ['--grid', '2x1'], says: /--grid: expected at least 2 columns/ },
    { options: ['--grid', '5x2'], says: /--grid: expected rows for 4 pictures at most, got 5/ },
    { options: ['--grid', '2x9999'], says: /at most 10000 places/ },
    { options: ['--index', '4'], says: /--index: expected 0\.\.3/ },
  ])('refuses $options', async ({ options, says }) => {
    const { exitCode, stderr } = await showSteps([{ operation: 'flip' }], options);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(says);
  });

  it.each([
    {
      args: ['--transform', 'resnet-18'],
      exit: 1,
      says: /--transform: expected a file that ends in \.json or a preset: .*did you mean 'resnet18'\?/,
    },
    { args: ['--transform', './missing.json'], exit: 4, says: /missing\.json/ },
    { args: ['--seed', '1'], exit: 1, says: /--seed: expected together with --transform/ },
  ])('refuses $args', async ({ args, exit, says }) => {
    const { definition } = await makeDataset(work.path);
    const { exitCode, stderr } = await runHere(['show', definition, ...args], work.env);
    expect(exitCode).toBe(exit);
    expect(stderr).toMatch(says);
  });
});

describe('the presets', () => {
  const named = claims.filter(({ preprocessing }) => !['None', '-'].includes(preprocessing));

  it('are those of the rows of the leaderboard that name a preprocessing, in the same order', () => {
    expect(presets.map(({ name }) => name)).toEqual(named.map(({ id }) => id));
  });

  it.each(named)(
    'say of $id what the row says, and where it leads',
    ({ id, classifier, preprocessing, submitter, links }) => {
      const preset = presets.find(({ name }) => name === id);
      expect(preset?.description).toBe(`${classifier} (${submitter}): ${preprocessing}`);
      const leaderboard = 'https://github.com/zalandoresearch/fashion-mnist#benchmark';
      expect(preset?.source).toEqual(links.length > 0 ? links : [leaderboard]);
    },
  );
});
