import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parseIdxGz } from '@fashion-mnist/idx-format';
import { convertPhoto } from '@fashion-mnist/transforms';
import { DECODE_PHOTO_RULES, decodePhoto } from '@fashion-mnist/transforms/node';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { makePhotos } from './made-photos.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();
const PIXELS = 28 * 28;
const LABELS = 'file,label\nb.png,Ankle boot\n"a.jpg",3\nc.webp,bag\n';

const out = (...names: string[]) => work.in('my-data', ...names);
const convert = (...args: string[]) => runHere(['convert', ...args, '--out', out()], work.env);
const photo = (name: string) => work.in('photos', name);

/** What the library makes of a photo. */
async function pixelsOf(path: string): Promise<Uint8Array> {
  return convertPhoto(await decodePhoto(path)).pixels;
}

async function writtenImages(): Promise<readonly Uint8Array[]> {
  const { data, shape } = await parseIdxGz(await readFile(out('images-idx3-ubyte.gz')));
  expect(shape.slice(1)).toEqual([28, 28]);
  return Array.from({ length: shape[0] ?? 0 }, (_, i) =>
    Uint8Array.from(data.subarray(i * PIXELS, (i + 1) * PIXELS)),
  );
}

beforeEach(async () => {
  await mkdir(work.in('photos'));
  await makePhotos(['a.jpg', 'b.png', 'c.webp'].map(photo));
  await writeFile(work.in('labels.csv'), LABELS);
});

describe('convert', () => {
  it('makes images of photos in the order in which they are given', async () => {
    const { exitCode, stdout, stderr } = await convert(photo('c.webp'), photo('a.jpg'), photo('b.png'));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^3 images in .*my-data: images-idx3-ubyte\.gz, report\.json\n/);
    expect(stdout).toMatch(/\nimages +3 +70,000\n/);
    expect(await work.list('my-data')).toEqual(['images-idx3-ubyte.gz', 'report.json']);
    const expected = await Promise.all(['c.webp', 'a.jpg', 'b.png'].map((name) => pixelsOf(photo(name))));
    expect(await writtenImages()).toEqual(expected);
  });

  it('takes of a folder its photos by their names, and says what else there was', async () => {
    await mkdir(work.in('photos', 'more'));
    await makePhotos([work.in('photos', 'more', 'd.JPG'), photo('.hidden.png')]);
    await writeFile(photo('notes.txt'), '');
    const { exitCode, stdout } = await convert(work.in('photos'), '--json');
    expect(exitCode).toBe(0);
    const { photos, passedOver } = JSON.parse(stdout);
    const paths = photos.map(({ path }: { path: string }) => path);
    expect(paths).toEqual([
      photo('a.jpg'),
      photo('b.png'),
      photo('c.webp'),
      work.in('photos', 'more', 'd.JPG'),
    ]);
    expect(passedOver).toEqual([{ path: photo('notes.txt'), reason: 'no photo by its name' }]);
  });

  it('writes the same bytes with any number of threads', async () => {
    await convert(work.in('photos'), '--labels', work.in('labels.csv'), '--threads', '1', '--stages');
    const files = (await work.list('my-data')).filter((name) => name !== 'stages');
    expect(files).toHaveLength(7);
    const first = await Promise.all(files.map((file) => readFile(out(file))));
    await convert(
      work.in('photos'),
      '--labels',
      work.in('labels.csv'),
      '--threads',
      '3',
      '--stages',
      '--force',
    );
    expect(await Promise.all(files.map((file) => readFile(out(file))))).toEqual(first);
  });

  it('with --json prints the report that it writes, and with --quiet nothing', async () => {
    const { stdout } = await convert(work.in('photos'), '--json');
    const { out: folder, files, ...report } = JSON.parse(stdout);
    expect([folder, files]).toEqual([out(), ['images-idx3-ubyte.gz', 'report.json']]);
    expect(report).toEqual(JSON.parse(await readFile(out('report.json'), 'utf8')));
    expect(report.measurements.yours.imageCount).toBe(3);
    const quiet = await convert(work.in('photos'), '--quiet', '--force');
    expect(quiet).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  it('allows as many pixels as the decoder does by itself', async () => {
    const { stdout } = await convert('--help');
    expect(stdout).toContain(`refuse photos with more (default: ${DECODE_PHOTO_RULES.maxPixels.default})`);
  });

  it('draws every step of each photo with --stages', async () => {
    await convert(work.in('photos'), '--stages');
    expect(await work.list('my-data', 'stages')).toEqual(['0-a.png', '1-b.png', '2-c.png']);
    const sheet = sharp(out('stages', '1-b.png'));
    expect(await sheet.metadata()).toMatchObject({ width: 8 * (224 + 8) + 8, height: 224 + 16 });
    const last = { left: 7 * (224 + 8) + 8, top: 8, width: 224, height: 224 };
    const cell = await sheet.extract(last).resize(28, 28, { kernel: 'nearest' }).greyscale().raw().toBuffer();
    expect(Uint8Array.from(cell)).toEqual(await pixelsOf(photo('b.png')));
  });
});

describe('labels', () => {
  it('make a dataset that the other commands read, wherever the folder goes', async () => {
    const made = await convert(work.in('photos'), '--labels', work.in('labels.csv'));
    expect(made.stdout).toContain('see them with: fashion-mnist show');
    const { data: labels } = await parseIdxGz(await readFile(out('labels-idx1-ubyte.gz')));
    expect(Array.from(labels)).toEqual([3, 9, 8]);
    const shown = await runHere(['show', out(), '--grid', '1x3', '--json'], work.env);
    expect(JSON.parse(shown.stdout)).toMatchObject({
      dataset: 'my-data',
      split: 'test',
      shown: [{ className: 'Dress' }, { className: 'Ankle boot' }, { className: 'Bag' }],
    });
    const again = work.in('again');
    await runHere(['export', out('dataset.json'), '--to', 'idx', '--gzip', '--out', again], work.env);
    const { data } = await parseIdxGz(await readFile(work.in('again', 'images-idx3-ubyte.gz')));
    expect(Uint8Array.from(data)).toEqual(
      Uint8Array.from((await writtenImages()).flatMap((image) => [...image])),
    );
  });

  it('of another conversion are not mixed up with what the cache has', async () => {
    const labelled = ['--labels', work.in('labels.csv'), '--force'];
    await convert(photo('a.jpg'), photo('b.png'), photo('c.webp'), ...labelled);
    await runHere(['show', out()], work.env);
    await convert(photo('c.webp'), photo('b.png'), photo('a.jpg'), ...labelled);
    const { stdout, stderr } = await runHere(['show', out(), '--json'], work.env);
    expect(JSON.parse(stdout).shown).toEqual([{ index: 0, label: 8, className: 'Bag' }]);
    expect(stderr).toBe('');
  });

  it('that do not match the photos end it before anything is written', async () => {
    await writeFile(work.in('labels.csv'), `${LABELS}coat.jpg,Coat\n`);
    const { exitCode, stdout, stderr } = await convert(work.in('photos'), '--labels', work.in('labels.csv'));
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('labels.csv: line 5: none of the photos is called coat.jpg');
    expect(await work.list('my-data')).toEqual([]);
  });

  it('come from folders with --label-by-folder', async () => {
    await mkdir(work.in('photos', '9-ankle-boot'));
    await mkdir(work.in('photos', 'Bag'));
    const [boot, bag] = [photo('9-ankle-boot/a.jpg'), photo('Bag/a.jpg')];
    await makePhotos([boot, bag]);
    expect((await convert(bag, boot, '--label-by-folder')).exitCode).toBe(0);
    const { data } = await parseIdxGz(await readFile(out('labels-idx1-ubyte.gz')));
    expect(Array.from(data)).toEqual([8, 9]);
    const { exitCode, stderr } = await convert(work.in('photos'), '--label-by-folder', '--force');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${work.in('photos')}: expected a class or 0..9, got 'photos'`);
  });

  it('go with their photos when others cannot be converted', async () => {
    await writeFile(photo('a.jpg'), 'no photo');
    await convert(work.in('photos'), '--labels', work.in('labels.csv'));
    const { data } = await parseIdxGz(await readFile(out('labels-idx1-ubyte.gz')));
    expect(Array.from(data)).toEqual([9, 8]);
  });

  it('are left in no folder that gets other images', async () => {
    await convert(work.in('photos'), '--labels', work.in('labels.csv'));
    const before = await readFile(out('images-idx3-ubyte.gz'));
    const { exitCode, stderr } = await convert(photo('b.png'), '--force');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('labels-idx1-ubyte.gz is of another conversion: remove it');
    expect(await readFile(out('images-idx3-ubyte.gz'))).toEqual(before);
  });
});
