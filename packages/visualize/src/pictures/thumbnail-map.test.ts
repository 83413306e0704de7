import { createRng, ndArray } from '@fashion-mnist/core';
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { CLASS_COLORS } from '../class-colors.ts';
import { parseColor } from '../draw/parse-color.ts';
import { separatePlaces } from './separate-places.ts';
import { thumbnailMap } from './thumbnail-map.ts';

describe('separatePlaces', () => {
  const rng = createRng(9);
  const places = Float32Array.from({ length: 4000 }, () => 200 * rng.nextFloat());
  const chosen = separatePlaces(places, 10, 14);
  const isNear = (a: number, b: number) =>
    Math.abs((places[2 * a] ?? 0) - (places[2 * b] ?? 0)) < 10 &&
    Math.abs((places[2 * a + 1] ?? 0) - (places[2 * b + 1] ?? 0)) < 14;

  it('chooses places whose rectangles do not overlap', () => {
    expect(chosen.length).toBeGreaterThan(100);
    for (const a of chosen) expect(chosen.filter((b) => isNear(a, b))).toEqual([a]);
  });

  it('leaves out only what is in the way', () => {
    for (let place = 0; place < 2000; place++) {
      expect(chosen.some((other) => isNear(place, other))).toBe(true);
    }
  });
});

describe('thumbnailMap', () => {
  const map = ndArray(Float32Array.of(0, 0, 8, 6, 0, 0), [3, 2]);
  const images = ndArray(
    Uint8Array.from({ length: 3 * 4 }, (_, i) => [255, 128, 0][i >> 2] ?? 0),
    [3, 2, 2],
  );
  const size = { width: 80, height: 60 };
  const read = (png: Uint8Array) => {
    const { data, width, height } = decode(png);
    const pixelAt = (x: number, y: number) => [
      ...data.subarray(3 * (y * width + x), 3 * (y * width + x) + 3),
    ];
    return { width, height, pixelAt };
  };

  it('sets each image at its place, in the colour of its class, y up', () => {
    const picture = read(thumbnailMap(map, images, { ...size, labels: Uint8Array.of(0, 1, 0) }));
    expect([picture.width, picture.height]).toEqual([80, 60]);
    expect(picture.pixelAt(2, 57)).toEqual([...parseColor(CLASS_COLORS[0] ?? '')]);
    const [red, green, blue] = parseColor(CLASS_COLORS[1] ?? '').map((value) =>
      Math.round(255 + (value - 255) * (128 / 255)),
    );
    expect(picture.pixelAt(77, 2)).toEqual([red, green, blue]);
    expect(picture.pixelAt(40, 30)).toEqual([255, 255, 255]);
  });

  it('is grey without classes, and dark when it is told to be', () => {
    const [red = 0, green = 0, blue = 0] = read(
      thumbnailMap(map, images, { ...size, background: 'dark' }),
    ).pixelAt(2, 57);
    expect(Math.min(red, green, blue)).toBeGreaterThan(200);
  });

  it('refuses images that do not fit the map, and a picture too small for them', () => {
    const two = ndArray(images.data.subarray(0, 8), [2, 2, 2]);
    expect(() => thumbnailMap(map, two, size)).toThrow(expect.objectContaining({ code: 'E_SHAPE' }));
    expect(() => thumbnailMap(map, ndArray(images.data, [3, 4]), size)).toThrow(/expected images/);
    expect(() => thumbnailMap(map, images, { width: 10, height: 60 })).toThrow(
      expect.objectContaining({ code: 'E_OPTION' }),
    );
  });
});
