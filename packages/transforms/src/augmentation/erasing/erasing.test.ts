import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { imageRandom } from '../../random/image-random.ts';
import { imagesOf } from '../testing/pictures.ts';
import { cutout } from './cutout.ts';
import { erasingDraw } from './erasing-draw.ts';
import { randomErasing } from './random-erasing.ts';
import { PAPER_ERASING, TORCHVISION_ERASING } from './random-erasing-options.ts';

const blank = imagesOf([400, 9, 12], () => 1);

/** The least rectangle around the zeros of an image, and how many there are; undefined without any. */
function erasedPart(data: Uint8Array, image: number, height: number, width: number) {
  const [rows, columns]: [number[], number[]] = [[], []];
  for (let index = 0; index < height * width; index++) {
    if (data[image * height * width + index] !== 0) continue;
    rows.push(Math.floor(index / width));
    columns.push(index % width);
  }
  if (rows.length === 0) return undefined;
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  return {
    top,
    left,
    height: Math.max(...rows) - top + 1,
    width: Math.max(...columns) - left + 1,
    count: rows.length,
  };
}

describe('randomErasing', () => {
  it('erases one full rectangle, lower and narrower than the image', () => {
    const { data } = randomErasing(blank, { probability: 1, attempts: 100 });
    for (let image = 0; image < 400; image++) {
      const part = erasedPart(data, image, 9, 12);
      expect(part?.count).toBe((part?.height ?? 0) * (part?.width ?? 0));
      expect(part?.height).toBeLessThan(9);
      expect(part?.width).toBeLessThan(12);
    }
  });

  it('draws rectangles within the image, of the area and the aspect that are asked for', () => {
    const box = { top: 0, left: 0, height: 0, width: 0 };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: 1, max: 64 }),
        fc.nat(),
        fc.constantFrom(PAPER_ERASING, TORCHVISION_ERASING),
        (height, width, image, preset) => {
          const random = imageRandom('test', { firstIndex: image }, 1);
          random.start(0);
          if (!erasingDraw({ height, width }, { ...preset, probability: 1 })(random, box)) return;
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.top + box.height).toBeLessThanOrEqual(height);
          expect(box.left + box.width).toBeLessThanOrEqual(width);
          const [low, high] = preset.area.map((share) => share * height * width) as [number, number];
          expect((box.height + 0.5) * (box.width + 0.5)).toBeGreaterThanOrEqual(low);
          expect(Math.max(0, box.height - 0.5) * Math.max(0, box.width - 0.5)).toBeLessThanOrEqual(high);
          expect((box.height + 0.5) / Math.max(0.1, box.width - 0.5)).toBeGreaterThanOrEqual(
            preset.aspect[0],
          );
          expect((box.height - 0.5) / (box.width + 0.5)).toBeLessThanOrEqual(preset.aspect[1]);
        },
      ),
    );
  });

  it('draws the logarithm of the aspect, or the aspect itself, uniformly', () => {
    const upright = (preset: typeof PAPER_ERASING) => {
      const box = { top: 0, left: 0, height: 0, width: 0 };
      const random = imageRandom('test', {}, 4000);
      const options = { ...preset, probability: 1, aspect: [0.25, 4], area: [0.1, 0.1] } as const;
      const draw = erasingDraw({ height: 1000, width: 1000 }, options);
      let count = 0;
      for (let image = 0; image < 4000; image++) {
        random.start(image);
        draw(random, box);
        if (box.height > box.width) count++;
      }
      return count / 4000;
    };
    expect(upright(TORCHVISION_ERASING)).toBeCloseTo(1 / 2, 1);
    expect(upright(PAPER_ERASING)).toBeCloseTo(3 / 3.75, 1);
  });

  it('needs no function whose last bits are left to the engine', () => {
    const usual = randomErasing(blank);
    const mocks = (['exp', 'log'] as const).map((name) => vi.spyOn(Math, name).mockReturnValue(Number.NaN));
    try {
      expect(randomErasing(blank)).toEqual(usual);
    } finally {
      for (const mock of mocks) mock.mockRestore();
    }
  });

  it('erases nothing where no attempt fits', () => {
    expect(randomErasing(blank, { probability: 1, area: [1, 1] })).toEqual(blank);
  });

  it('erases as often as the probability says', () => {
    const { data } = randomErasing(blank, { attempts: 100, probability: 0.25 });
    const erased = Array.from({ length: 400 }, (_, image) => erasedPart(data, image, 9, 12)).filter(Boolean);
    expect(Math.abs(erased.length - 100)).toBeLessThan(35);
  });

  it('refuses to write the value of a normalised pixel into bytes', () => {
    expect(() => randomErasing(blank, PAPER_ERASING)).toThrow(
      'randomErasing.value: expected a whole number in 0..255 for images of bytes, got 0.4914',
    );
    const normalized = { data: new Float32Array(9 * 12), shape: [1, 9, 12] };
    const { data } = randomErasing(normalized, { ...PAPER_ERASING, probability: 1 });
    expect(data).toContain(Math.fround(0.4914));
  });

  it.each([[{ area: [0.5, 0.1] }], [{ area: [0, 2] }], [{ aspect: [0, 1] }], [{ probability: 2 }]] as const)(
    'refuses %j',
    (options) =>
      expect(() => randomErasing(blank, options)).toThrow(expect.objectContaining({ code: 'E_OPTION' })),
  );

  it('has torchvision and its frozen preset agree with the defaults', () => {
    expect(randomErasing(blank, TORCHVISION_ERASING)).toEqual(randomErasing(blank));
    expect(Object.isFrozen(TORCHVISION_ERASING) && Object.isFrozen(PAPER_ERASING)).toBe(true);
  });
});

describe('cutout', () => {
  it('cuts the part of a square that lies within the image, its middle at any pixel', () => {
    const { data } = cutout(blank, { size: 4 });
    const middles = new Set<string>();
    for (let image = 0; image < 400; image++) {
      const part = erasedPart(data, image, 9, 12);
      if (part === undefined) throw new Error('nothing was cut');
      const { top, left, height, width, count } = part;
      expect(count).toBe(height * width);
      const isCutAbove = top === 0 && height < 4;
      const isCutLeft = left === 0 && width < 4;
      const row = isCutAbove ? height - 2 : top + 2;
      const column = isCutLeft ? width - 2 : left + 2;
      middles.add(`${row} ${column}`);
      expect(height).toBe(Math.min(9, row + 2) - Math.max(0, row - 2));
      expect(width).toBe(Math.min(12, column + 2) - Math.max(0, column - 2));
    }
    expect(middles.size).toBeGreaterThan(90);
  });

  it('cuts squares of an odd side, and as many as are asked for', () => {
    const large = imagesOf([30, 40, 40], () => 1);
    const { data } = cutout(large, { size: 3, count: 2 });
    const counts = Array.from({ length: 30 }, (_, image) => erasedPart(data, image, 40, 40)?.count);
    expect(Math.max(...counts.map(Number))).toBe(18);
    expect(cutout(large, { count: 0 })).toEqual(large);
  });

  it('has nothing to cut where there is no pixel', () => {
    const none = { data: new Uint8Array(0), shape: [3, 0, 4] };
    expect(cutout(none)).toEqual(none);
  });
});
