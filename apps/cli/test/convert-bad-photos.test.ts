import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parseIdxGz } from '@fashion-mnist/idx-format';
import sharp, { type Sharp } from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { drawThing, PHOTO, pictureOf, writeAll } from './made-photos.ts';
import { pngBomb } from './png-bomb.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();
const PIXELS = 28 * 28;
const photo = (name: string) => work.in('photos', name);
const convert = (...args: string[]) => runHere(['convert', ...args, '--out', work.in('my-data')], work.env);

const drawnThing = drawThing();

async function images(): Promise<readonly Uint8Array[]> {
  const { data, shape } = await parseIdxGz(await readFile(work.in('my-data', 'images-idx3-ubyte.gz')));
  return Array.from({ length: shape[0] ?? 0 }, (_, i) =>
    Uint8Array.from(data.subarray(i * PIXELS, (i + 1) * PIXELS)),
  );
}

const white = () => sharp({ create: { ...PHOTO, channels: 3, background: '#fff' } });

type Step = (picture: Sharp) => Sharp;
const flip: Step = (picture) => picture.flip();
const flop: Step = (picture) => picture.flop();
const turn =
  (degrees: number): Step =>
  (picture) =>
    picture.rotate(degrees);
/** How an upright picture comes to lie as each orientation of EXIF, 1 to 8, says. */
const LYING: readonly (readonly Step[])[] = [
  [],
  [flop],
  [turn(180)],
  [flip],
  [turn(90), flop],
  [turn(270)],
  [turn(270), flop],
  [turn(90)],
];

/** Files that are no photos to convert: how they are called, and what is said of each. */
const BAD: readonly (readonly [name: string, code: string, message: RegExp])[] = [
  ['cut-off.jpg', 'E_PHOTO', /damaged or cut off: ./],
  ['bomb.png', 'E_PHOTO_SIZE', /expected at most 134217728 pixels, got 30000 x 30000/],
  ['drawing.png', 'E_PHOTO', /got an SVG drawing/],
  ['empty.jpg', 'E_PHOTO', /got an empty file/],
  ['white.png', 'E_PHOTO_EMPTY', /expected a thing on a background/],
  ['missing.jpg', 'ENOENT', /no such file/],
  ['telephone.heic', 'E_PHOTO', /got a HEIC photo: save it as JPEG/],
];

async function makeBadPhotos(): Promise<void> {
  const whole = await pictureOf().jpeg().toBuffer();
  await writeAll([
    [photo('cut-off.jpg'), whole.subarray(0, whole.length / 2)],
    [photo('bomb.png'), await pngBomb(30_000, 30_000)],
    [photo('drawing.png'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    [photo('empty.jpg'), ''],
    [photo('white.png'), await white().png().toBuffer()],
    [photo('telephone.heic'), '\0\0\0\x18ftypheic'],
  ]);
}

beforeEach(async () => {
  await mkdir(work.in('photos'));
});

describe('convert, of photos that cannot be converted', () => {
  const bad = () => BAD.map(([name]) => photo(name));

  it('says what is wrong with each, converts the others and exits with 2', async () => {
    await makeBadPhotos();
    await pictureOf(1).png().toFile(photo('good.png'));
    const { exitCode, stdout, stderr } = await convert(...bad(), photo('good.png'));
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/^1 image in /);
    expect(stderr).toMatch(/^error: 7 of 8 photos could not be converted:\n/);
    for (const [name, , message] of BAD) {
      const line = stderr.split('\n').find((text) => text.startsWith(`  ${photo(name)}: `));
      expect(line).toMatch(message);
    }
    const { failed, photos } = JSON.parse(await readFile(work.in('my-data', 'report.json'), 'utf8'));
    expect(failed).toEqual(
      BAD.map(([name, code, message]) => ({
        path: photo(name),
        code,
        message: expect.stringMatching(message),
      })),
    );
    expect(photos.map(({ path }: { path: string }) => path)).toEqual([photo('good.png')]);
    expect(await images()).toHaveLength(1);
    expect(await work.list('my-data')).toEqual(['images-idx3-ubyte.gz', 'report.json']);
  });

  it('says so in one JSON document, too', async () => {
    await writeAll([[photo('empty.jpg'), '']]);
    await pictureOf().png().toFile(photo('good.png'));
    const { exitCode, stdout, stderr } = await convert(work.in('photos'), '--json');
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: '' });
    expect(JSON.parse(stdout).failed).toMatchObject([{ path: photo('empty.jpg'), code: 'E_PHOTO' }]);
  });

  it('writes nothing when none is left', async () => {
    await makeBadPhotos();
    const { exitCode, stdout, stderr } = await convert(...bad());
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^error: 7 of 7 photos could not be converted:\n/);
    expect(await work.list()).not.toContain('my-data');
  });

  it('says that a folder has no photos', async () => {
    await writeFile(photo('notes.txt'), '');
    const { exitCode, stderr } = await convert(work.in('photos'));
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`expected photos in ${work.in('photos')}, got only 1 other file`);
  });

  it('allows as many pixels as it is told', async () => {
    await pictureOf().png().toFile(photo('good.png'));
    const { exitCode, stderr } = await convert(photo('good.png'), '--max-pixels', '6299');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/expected at most 6299 pixels, got 90 x 70: .* with --max-pixels/);
    expect((await convert(photo('good.png'), '--max-pixels', '6300')).exitCode).toBe(0);
  });
});

describe('convert, of photos of many kinds', () => {
  it('gives the same image for every way in which a photo may lie', async () => {
    for (const [index, steps] of LYING.entries()) {
      let file = await pictureOf().png().toBuffer();
      for (const step of steps) file = await step(sharp(file)).png().toBuffer();
      const stored = sharp(file).withMetadata({ orientation: index + 1 });
      await stored.png().toFile(photo(`${index + 1}.png`));
    }
    expect((await convert(work.in('photos'))).exitCode).toBe(0);
    const [first, ...others] = await images();
    expect(others).toHaveLength(7);
    for (const other of others) expect(other).toEqual(first);
  });

  it('gives the same image for a palette, 16 bits, transparency, a wrong name and an animation', async () => {
    const pages = {
      raw: { width: PHOTO.width, height: PHOTO.height * 2, channels: 3 as const, pageHeight: PHOTO.height },
    };
    const words = Uint16Array.from(drawThing(), (byte) => byte * 257);
    const clear = Uint8Array.from({ length: PHOTO.width * PHOTO.height * 4 }, (_, at) => {
      const pixel = drawnThing.subarray(Math.floor(at / 4) * 3, Math.floor(at / 4) * 3 + 3);
      const isWhite = pixel.every((value) => value === 255);
      return at % 4 === 3 ? (isWhite ? 0 : 255) : isWhite ? 0 : (pixel[at % 4] ?? 0);
    });
    await writeAll([
      [photo('0.png'), await pictureOf().png().toBuffer()],
      [photo('1.png'), await pictureOf().png({ palette: true }).toBuffer()],
      [
        photo('2.png'),
        await sharp(words, { raw: { ...PHOTO, channels: 3 } })
          .toColourspace('rgb16')
          .png()
          .toBuffer(),
      ],
      [
        photo('3.png'),
        await sharp(clear, { raw: { ...PHOTO, channels: 4 } })
          .png()
          .toBuffer(),
      ],
      [photo('4.gif'), await pictureOf().tiff({ compression: 'lzw' }).toBuffer()],
      [
        photo('5.gif'),
        await sharp(Buffer.concat([drawnThing, drawThing(3)]), pages)
          .gif({ dither: 0 })
          .toBuffer(),
      ],
    ]);
    expect((await convert(work.in('photos'))).exitCode).toBe(0);
    const [first, ...others] = await images();
    expect(others).toHaveLength(5);
    const gif = others.pop() as Uint8Array;
    for (const other of others) expect(other).toEqual(first);
    expect(largestDifference(gif, first)).toBeLessThanOrEqual(8);
  });

  it('gives nearly the same image for CMYK', async () => {
    await writeAll([
      [photo('0.png'), await pictureOf().png().toBuffer()],
      [photo('1.jpg'), await pictureOf().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer()],
    ]);
    expect((await convert(work.in('photos'))).exitCode).toBe(0);
    const [first, second] = await images();
    expect(largestDifference(second, first)).toBeLessThanOrEqual(40);
  });
});

function largestDifference(a: Uint8Array | undefined, b: Uint8Array | undefined): number {
  return Math.max(...Array.from(a ?? [], (value, i) => Math.abs(value - (b?.[i] ?? Number.NaN))));
}
