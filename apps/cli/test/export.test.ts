import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { openIdx, parseIdx } from '@fashion-mnist/idx-format';
import { describe, expect, it } from 'vitest';
import { decodePng } from './decode-png.ts';
import { type MadeDataset, makeDataset } from './made-dataset.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();

async function exportMade(...options: string[]): Promise<MadeDataset & { result: ExportResult }> {
  const made = await makeDataset(work.path);
  const args = ['export', made.definition, '--out', work.in('out'), '--json', ...options];
  const { exitCode, stdout, stderr } = await runHere(args, work.env);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return { ...made, result: JSON.parse(stdout) };
}

interface ExportResult {
  readonly counts: Readonly<Record<string, number>>;
  readonly files: readonly { path: string; byteLength: number; sha256: string }[];
}

const IDX_NAMES = [
  't10k-images-idx3-ubyte',
  't10k-labels-idx1-ubyte',
  'train-images-idx3-ubyte',
  'train-labels-idx1-ubyte',
];

describe('export --to idx', () => {
  it('writes the files under their published names, byte for byte', async () => {
    const { folder } = await exportMade('--to', 'idx');
    expect(await work.list('out')).toEqual(IDX_NAMES);
    for (const name of IDX_NAMES) {
      const published = gunzipSync(await readFile(`${folder}/${name}.gz`));
      expect((await readFile(work.in('out', name))).equals(published)).toBe(true);
    }
  });

  it('lists each file with its bytes and its SHA-256', async () => {
    const { result } = await exportMade('--to', 'idx');
    expect(result.counts).toEqual({ train: 13, test: 4 });
    expect(result.files.map(({ path }) => path)).toEqual(IDX_NAMES);
    for (const { path, byteLength, sha256 } of result.files) {
      const bytes = await readFile(work.in('out', path));
      expect(byteLength).toBe(bytes.length);
      expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('takes one split and the first pictures of it', async () => {
    const { train, result } = await exportMade('--to', 'idx', '--split', 'train', '--count', '2');
    expect(await work.list('out')).toEqual(['train-images-idx3-ubyte', 'train-labels-idx1-ubyte']);
    const { data, shape } = parseIdx(await readFile(work.in('out', 'train-images-idx3-ubyte')));
    expect(shape).toEqual([2, 3, 5]);
    expect(data).toEqual(train.images.slice(0, 30));
    expect(result.counts).toEqual({ train: 2 });
  });

  it('with --gzip, writes gzip that any tool unpacks, and an index to read single pictures by', async () => {
    const { folder, test } = await exportMade('--to', 'idx', '--gzip');
    expect(await work.list('out')).toEqual(IDX_NAMES.flatMap((name) => [`${name}.gz`, `${name}.gz.gzi`]));
    for (const name of IDX_NAMES) {
      const published = gunzipSync(await readFile(`${folder}/${name}.gz`));
      expect(gunzipSync(await readFile(work.in('out', `${name}.gz`))).equals(published)).toBe(true);
    }
    const path = work.in('out', 't10k-images-idx3-ubyte.gz');
    const file = await openIdx(path, { index: await readFile(`${path}.gzi`) });
    const { data } = await file.read(3);
    await file.close();
    expect(data).toEqual(test.images.slice(45, 60));
  });
});

describe('export --to csv', () => {
  it('writes label and pixels, one picture a line', async () => {
    const { train, test } = await exportMade('--to', 'csv');
    expect(await work.list('out')).toEqual(['made_test.csv', 'made_train.csv']);
    for (const [split, { images, labels }] of Object.entries({ train, test })) {
      const rows = Array.from(labels, (label, row) =>
        [label, ...images.subarray(row * 15, row * 15 + 15)].join(),
      );
      const header = `label,${Array.from({ length: 15 }, (_, pixel) => `pixel${pixel + 1}`).join()}`;
      expect(await readFile(work.in('out', `made_${split}.csv`), 'utf8')).toBe(
        `${[header, ...rows].join('\n')}\n`,
      );
    }
  });
});

describe('export --to png', () => {
  it('writes a folder per split and class, in the order of labels, a picture per file', async () => {
    const { train, test } = await exportMade('--to', 'png');
    const folders = ['0-t-shirt-top', '1-お', '2-ankle-boot'];
    expect((await work.list('out')).filter((path) => !path.endsWith('.png'))).toEqual(
      [
        'test',
        ...folders.map((name) => `test/${name}`),
        'train',
        ...folders.map((name) => `train/${name}`),
      ].toSorted(),
    );
    for (const [split, { images, labels }] of Object.entries({ train, test })) {
      for (const [index, label] of labels.entries()) {
        const name = String(index).padStart(split === 'train' ? 2 : 1, '0');
        const bytes = await readFile(work.in('out', split, folders[label] ?? '', `${name}.png`));
        expect(decodePng(bytes)).toEqual({
          width: 5,
          height: 3,
          data: images.slice(index * 15, index * 15 + 15),
        });
      }
    }
  });
});

const PYTHON = '/usr/bin/python3';
const run = promisify(execFile);
const hasNumpy =
  existsSync(PYTHON) &&
  (await run(PYTHON, ['-c', 'import numpy']).then(
    () => true,
    () => false,
  ));

describe.skipIf(!hasNumpy)('export --to npz', () => {
  const script = `
import json, sys, numpy
with numpy.load(sys.argv[1], allow_pickle=False) as arrays:
    print(json.dumps({name: [str(array.dtype), array.shape, array.ravel().tolist()] for name, array in arrays.items()}))
`;
  const readWithNumpy = async () =>
    JSON.parse((await run(PYTHON, ['-c', script, work.in('out', 'made.npz')])).stdout);

  it("is read by NumPy, under Keras' names", async () => {
    const { train, test } = await exportMade('--to', 'npz');
    expect(await readWithNumpy()).toEqual({
      x_train: ['uint8', [13, 3, 5], [...train.images]],
      y_train: ['uint8', [13], [...train.labels]],
      x_test: ['uint8', [4, 3, 5], [...test.images]],
      y_test: ['uint8', [4], [...test.labels]],
    });
  });

  it('holds only the split that was asked for', async () => {
    await exportMade('--to', 'npz', '--split', 'test');
    expect(Object.keys(await readWithNumpy())).toEqual(['x_test', 'y_test']);
  });
});

describe('export', () => {
  it('prints a line per file for people', async () => {
    const { definition } = await makeDataset(work.path);
    const args = ['export', definition, '--to', 'csv', '--out', work.in('out')];
    const { stdout } = await runHere(args, work.env);
    expect(stdout).toMatch(/made_train\.csv {2}[\d,]+ bytes\n.*made_test\.csv {2}[\d,]+ bytes\n$/);
  });

  it('prints nothing with --quiet', async () => {
    const { definition } = await makeDataset(work.path);
    const args = ['export', definition, '--to', 'csv', '--out', work.in('out'), '--quiet'];
    expect(await runHere(args, work.env)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  it('says which splits there are when one is missing', async () => {
    const { definition } = await makeDataset(work.path);
    const document = JSON.parse(await readFile(definition, 'utf8'));
    document.files = document.files.filter(({ split }: { split: string }) => split === 'test');
    await writeFile(definition, JSON.stringify(document));
    const args = ['export', definition, '--to', 'csv', '--out', work.in('out')];
    const asked = await runHere([...args, '--split', 'train'], work.env);
    expect(asked.exitCode).toBe(1);
    expect(asked.stderr).toMatch(/--split: made has only test, got train/);
    expect((await runHere(args, work.env)).exitCode).toBe(0);
    expect(await work.list('out')).toEqual(['made_test.csv']);
  });
});

describe('export --to projector', () => {
  it('makes a folder per split, with a line of pixels and of metadata per picture', async () => {
    const { train } = await exportMade('--to', 'projector');
    expect((await work.list('out')).filter((path) => path.startsWith('train/')).toSorted()).toEqual([
      'train/metadata.tsv',
      'train/pixels.tsv',
      'train/projector_config.json',
      'train/projector_config.pbtxt',
      'train/sprite.png',
    ]);
    const pixels = await readFile(work.in('out', 'train', 'pixels.tsv'), 'utf8');
    expect(
      pixels
        .trimEnd()
        .split('\n')
        .flatMap((line) => line.split('\t').map(Number)),
    ).toEqual([...train.images]);
    const [heading, ...lines] = (await readFile(work.in('out', 'train', 'metadata.tsv'), 'utf8'))
      .trimEnd()
      .split('\n');
    expect(heading).toBe('class\tlabel\tindex');
    expect(lines.map((line) => Number(line.split('\t')[1]))).toEqual([...train.labels]);
  });
});
