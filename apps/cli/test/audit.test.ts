import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeIdx } from '@fashion-mnist/idx-format';
import { beforeEach, describe, expect, it } from 'vitest';
import { decodePng } from './decode-png.ts';
import { CLASS_NAMES, type MadeDataset, makeDataset } from './made-dataset.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();
const OPTIONS = { trainCount: 90, testCount: 30, height: 6, width: 6, hasPattern: true } as const;
/** What is put into a dataset whose labels can be told from its pictures. */
const PLANTED = {
  /** The same byte for byte: a training image, another one, and a test image. */
  identical: [
    { split: 'train', index: 3 },
    { split: 'train', index: 30 },
    { split: 'test', index: 6 },
  ],
  /** A test image that differs from a training image by one grey level. */
  near: [
    { split: 'train', index: 4 },
    { split: 'test', index: 7 },
  ],
  wrong: { split: 'train', index: 20, label: 0, right: 2 },
} as const;

let made: MadeDataset;

beforeEach(async () => {
  made = await makeDataset(work.path, OPTIONS);
  const { train, test, height, width } = made;
  const size = height * width;
  const imageOf = (index: number) => train.images.slice(index * size, (index + 1) * size);
  train.images.set(imageOf(3), 30 * size);
  test.images.set(imageOf(3), 6 * size);
  test.images.set(
    imageOf(4).map((pixel) => pixel ^ 1),
    7 * size,
  );
  train.labels[PLANTED.wrong.index] = PLANTED.wrong.label;
  await replaceFiles(made);
});

/** Writes the changed arrays, and a definition that has their hashes. */
async function replaceFiles({ definition, folder, train, test, height, width }: MadeDataset): Promise<void> {
  const document = JSON.parse(await readFile(definition, 'utf8'));
  for (const file of document.files) {
    const { images, labels } = file.split === 'train' ? train : test;
    const data = file.content === 'images' ? images : labels;
    const shape = file.content === 'images' ? [labels.length, height, width] : [labels.length];
    const raw = encodeIdx({ data, shape });
    file.sha256 = createHash('sha256').update(raw).digest('hex');
    await writeFile(join(folder, `${file.name}.gz`), gzipSync(raw));
  }
  await writeFile(definition, JSON.stringify(document));
}

async function audit(...options: readonly string[]) {
  const { exitCode, stdout, stderr } = await runHere(
    ['audit', made.definition, ...options, '--json'],
    work.env,
  );
  expect(stderr).toBe('');
  return { exitCode, report: JSON.parse(stdout) };
}

describe('audit', () => {
  it('finds what occurs twice, what leaks and the label that is wrong, and writes it', async () => {
    const [table, sheet, known] = [work.in('findings.csv'), work.in('sheet.png'), work.in('known.txt')];
    await writeFile(known, 'train,20\ntest 3\n');
    const outputs = ['--out', table, '--sheet', sheet, '--compare', known];
    const { report } = await audit('--near', '1', '--threads', '1', ...outputs);

    expect(report.counts).toEqual({ train: 90, test: 30 });
    expect(report.duplicates).toMatchObject([
      { images: PLANTED.identical, acrossSplits: true, sameLabel: true },
    ]);
    expect(report.nearDuplicates.pairs).toMatchObject([
      { images: PLANTED.near, levels: expect.closeTo(1, 6), acrossSplits: true },
    ]);
    expect(report.leakage).toEqual({ identicalCount: 1, nearCount: 2 });
    const { suspects, accuracy } = report.doubtfulLabels;
    const { split, index, label, right } = PLANTED.wrong;
    const named = { className: CLASS_NAMES[label], suggestedClass: CLASS_NAMES[right] };
    expect(suspects[0]).toMatchObject({ split, index, label, suggestion: right, ...named });
    expect(accuracy).toBeGreaterThan(0.95);
    expect(report.comparison.images).toMatchObject([
      { index, rank: 1 },
      { split: 'test', rank: null },
    ]);
    expect(report.out).toEqual([table, sheet]);

    const [header, ...lines] = (await readFile(table, 'utf8')).trimEnd().split('\n');
    expect(header).toMatch(/^finding,split,index,label,class,other_split/);
    expect(lines).toHaveLength(2 + 1 + suspects.length);
    expect(lines[2]).toMatch(/^near-duplicate,train,4,1,お,test,7,1,お,/);
    expect(lines[3]).toMatch(/^doubtful-label,train,20,0,T-shirt\/top,,,,,,2,Ankle {2}boot!,[01]/);
    const { height, data } = decodePng(await readFile(sheet));
    const from = PLANTED.wrong.index * OPTIONS.height * OPTIONS.width;
    expect(height).toBe(OPTIONS.height * Math.ceil(suspects.length / 20));
    expect([...data.subarray(0, OPTIONS.width)]).toEqual([
      ...made.train.images.subarray(from, from + OPTIONS.width),
    ]);
  });

  it('finds the same again with the same seed, whatever the number of threads', async () => {
    const reports = [
      await audit('--seed', '7', '--threads', '1'),
      await audit('--seed', '7', '--threads', '2'),
    ];
    expect(reports[0]).toEqual(reports[1]);
  });

  it('prints a few of each kind, and leaves the labels out on demand', async () => {
    const { stdout } = await runHere(
      ['audit', made.definition, '--no-labels', '--near', '1', '--list', '0'],
      work.env,
    );
    expect(stdout).toContain('1 group of identical images\n  … 1 more: --list, --json or --out has them\n');
    expect(stdout).toContain('1 pair of near duplicates, 0 of them under different labels\n');
    expect(stdout).toMatch(
      /1 of 30 test images is among the training images byte for byte, 2 at least nearly/,
    );
    expect(stdout).not.toContain('doubtful');
  });

  it('names the line of a list that the dataset has no image for', async () => {
    await writeFile(work.in('known.txt'), '3\n90\n');
    const { exitCode, report } = await audit('--compare', work.in('known.txt'), '--no-labels');
    expect(exitCode).toBe(2);
    expect(report.error).toMatchObject({
      code: 'E_LIST',
      message: expect.stringMatching(/line 2: there is no train 90/),
    });
  });
});
