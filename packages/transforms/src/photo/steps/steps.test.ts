import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuantumRaster } from '../quantum.ts';
import type { Raster } from '../raster.ts';
import { sample } from './sample.ts';
import { adaptiveSharpen, sharpen } from './sharpen.ts';
import { toBytes } from './to-bytes.ts';
import { trim } from './trim.ts';

/** Small pictures of few greys, so that edges of one colour are common. */
const pictures = fc
  .record({ width: fc.integer({ min: 1, max: 7 }), height: fc.integer({ min: 1, max: 7 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.constantFrom(255, 255, 255, 243, 242, 0), {
        minLength: width * height,
        maxLength: width * height,
      })
      .map((values): Raster => ({ data: Uint8Array.from(values), width, height, channels: 1 })),
  );

const at = ({ data, width }: Raster, x: number, y: number) => data[y * width + x] as number;

/** The definition, pixel by pixel. */
function trimmedBox(picture: Raster): { left: number; top: number; right: number; bottom: number } | null {
  const { width, height } = picture;
  const differs = (x: number, y: number, corner: number) =>
    Math.abs(at(picture, x, y) - corner) * 257 > 3276.8;
  const places = Array.from(
    { length: width * height },
    (_, pixel) => [pixel % width, Math.floor(pixel / width)] as const,
  );
  const beside = (corner: number) => places.filter(([x, y]) => differs(x, y, corner));
  const fromTopLeft = beside(at(picture, 0, 0));
  const left = Math.min(...fromTopLeft.map(([x]) => x));
  const top = Math.min(...fromTopLeft.map(([, y]) => y));
  const right = Math.max(0, ...beside(at(picture, width - 1, 0)).map(([x]) => x));
  const bottom = Math.max(0, ...beside(at(picture, 0, height - 1)).map(([, y]) => y));
  return right === 0 || bottom === 0 || right < left || bottom < top ? null : { left, top, right, bottom };
}

describe('trim', () => {
  it('leaves the box of what is not close to the corners', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const box = trimmedBox(picture);
        const trimmed = trim(picture, 0.05);
        if (box === null || trimmed === null) {
          expect(trimmed).toBe(box);
          return;
        }
        const { left, top, right, bottom } = box;
        expect([trimmed.width, trimmed.height]).toEqual([right - left + 1, bottom - top + 1]);
        for (let y = top; y <= bottom; y++)
          for (let x = left; x <= right; x++) expect(at(trimmed, x - left, y - top)).toBe(at(picture, x, y));
      }),
      { numRuns: 500 },
    );
  });

  it('takes the distance of all three channels together', () => {
    const framed = (color: readonly number[]): Raster => {
      const data = new Uint8Array(75).fill(100);
      data.set(color, 36);
      return { data, width: 5, height: 5, channels: 3 };
    };
    // 3 * (0.05 * 65536 / 257) ** 2 is 487.7.
    expect(trim(framed([100 + 22, 100, 100]), 0.05)).toBeNull();
    expect(trim(framed([100 + 22, 100 + 1, 100 + 1]), 0.05)).toBeNull();
    expect(trim(framed([100 + 22, 100 - 2, 100]), 0.05)).toMatchObject({ width: 1, height: 1 });
  });
});

describe('sample', () => {
  it('takes the pixel in the middle, or before it, of what each stands for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (width, height) => {
        const data = Uint16Array.from({ length: width * height }, (_, index) => index % 65536);
        const sampled = sample({ data, width, height, channels: 1 }, 28);
        const longest = Math.max(width, height);
        expect(sampled.width).toBe(Math.max(1, Math.round((width * 28) / longest)));
        expect(sampled.height).toBe(Math.max(1, Math.round((height * 28) / longest)));
        const middle = (index: number, size: number, count: number) =>
          Math.ceil(((2 * index + 1) * size) / (2 * count)) - 1;
        for (const x of [0, sampled.width >> 1, sampled.width - 1]) {
          const from = middle(0, height, sampled.height) * width + middle(x, width, sampled.width);
          expect(sampled.data[x]).toBe(data[from]);
        }
      }),
    );
  });
});

describe('sharpening', () => {
  const words = (values: readonly number[], width: number): QuantumRaster => ({
    data: Uint16Array.from(values),
    width,
    height: values.length / width,
    channels: 1,
  });
  const step = words(
    Array.from({ length: 80 }, (_, index) => (index % 10 < 5 ? 20_000 : 40_000)),
    10,
  );

  it('leaves a picture of one colour as it is', () => {
    const flat = words(new Array<number>(56).fill(12_345), 7);
    expect(sharpen(flat).data).toEqual(flat.data);
    expect(adaptiveSharpen(flat).data).toEqual(flat.data);
  });

  it('makes both sides of an edge differ more, and nothing away from it', () => {
    const row = [...adaptiveSharpen(step).data.subarray(30, 40)];
    expect(row.slice(0, 4)).toEqual(new Array(4).fill(20_000));
    expect(row.slice(6)).toEqual(new Array(4).fill(40_000));
    expect(row[4]).toBeLessThan(20_000);
    expect(row[5]).toBeGreaterThan(40_000);
    expect(row).toEqual([...sharpen(step).data.subarray(30, 40)]);
  });

  it('leaves weak edges beside strong ones', () => {
    const values = Array.from(
      { length: 200 },
      (_, index) => [20_000, 21_000, 60_000][Math.min(2, Math.floor((index % 20) / 7))] as number,
    );
    const row = [...adaptiveSharpen(words(values, 20)).data.subarray(80, 100)];
    expect(row.slice(0, 12)).toEqual(values.slice(0, 12));
    expect(row[13]).not.toBe(values[13]);
  });
});

describe('toBytes', () => {
  it('drops what is left over, or rounds it', () => {
    const picture: QuantumRaster = {
      data: Uint16Array.of(0, 128, 129, 256, 257, 65_406, 65_407, 65_535),
      width: 8,
      height: 1,
      channels: 1,
    };
    expect([...toBytes(picture, 'down').data]).toEqual([0, 0, 0, 0, 1, 254, 254, 255]);
    expect([...toBytes(picture, 'nearest').data]).toEqual([0, 0, 1, 1, 1, 254, 255, 255]);
  });
});
