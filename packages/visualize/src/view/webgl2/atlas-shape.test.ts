import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atlasRectangles, atlasShape } from './atlas-shape.ts';

describe('atlasShape', () => {
  it('holds 70,000 images of 28 x 28 in one layer of 8192', () => {
    expect(atlasShape(70_000, 784, 8192)).toEqual({ imagesPerLine: 10, lines: 7000, layers: 1, width: 7840 });
  });

  it('takes layers where textures are small', () => {
    expect(atlasShape(70_000, 784, 2048)).toEqual({ imagesPerLine: 2, lines: 2048, layers: 18, width: 1568 });
  });

  it('does not grow beyond 8192 where textures are large', () => {
    expect(atlasShape(200_000, 784, 16_384)).toMatchObject({ width: 7840, lines: 8192, layers: 3 });
  });
});

describe('atlasRectangles', () => {
  it('puts each byte where a shader looks for it, whatever the piece', () => {
    const pieces = fc.record({
      first: fc.integer({ min: 0, max: 40 }),
      count: fc.integer({ min: 0, max: 60 }),
      maxTextureSize: fc.integer({ min: 4, max: 20 }),
    });
    fc.assert(
      fc.property(pieces, ({ first, count, maxTextureSize }) => {
        const pixelCount = 4;
        const shape = atlasShape(100, pixelCount, maxTextureSize);
        const placed = new Map<string, number>();
        for (const { x, y, layer, width, height, byteOffset } of atlasRectangles(
          shape,
          pixelCount,
          first,
          count,
        )) {
          expect(x + width).toBeLessThanOrEqual(shape.width);
          expect(y + height).toBeLessThanOrEqual(shape.lines);
          expect(layer).toBeLessThan(shape.layers);
          for (let i = 0; i < width * height; i++) {
            placed.set(`${x + (i % width)} ${y + Math.floor(i / width)} ${layer}`, byteOffset + i);
          }
        }
        expect(placed.size).toBe(count * pixelCount);
        for (let i = 0; i < count * pixelCount; i++) {
          const image = first + Math.floor(i / pixelCount);
          const line = Math.floor(image / shape.imagesPerLine);
          const column = (image % shape.imagesPerLine) * pixelCount + (i % pixelCount);
          expect(placed.get(`${column} ${line % shape.lines} ${Math.floor(line / shape.lines)}`)).toBe(i);
        }
      }),
    );
  });

  it('uploads whole lines of a layer in one call', () => {
    const shape = atlasShape(70_000, 784, 8192);
    expect(atlasRectangles(shape, 784, 5, 520)).toEqual([
      { x: 3920, y: 0, layer: 0, width: 3920, height: 1, byteOffset: 0 },
      { x: 0, y: 1, layer: 0, width: 7840, height: 51, byteOffset: 3920 },
      { x: 0, y: 52, layer: 0, width: 3920, height: 1, byteOffset: 403_760 },
    ]);
  });
});
