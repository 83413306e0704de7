import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBeside } from './place-beside.ts';

const box = { width: 160, height: 200 };
const window = { width: 360, height: 740 };

describe('placeBeside', () => {
  it('is to the lower right of a point that has room there', () => {
    const corner = placeBeside({ x: 50, y: 60 }, 16, box, window);
    expect(corner.x).toBeGreaterThan(50);
    expect(corner.y).toBeGreaterThan(60);
  });

  it('is to the upper left of a point near the lower right corner', () => {
    const corner = placeBeside({ x: 350, y: 730 }, 16, box, window);
    expect(corner.x + box.width).toBeLessThan(350);
    expect(corner.y + box.height).toBeLessThan(730);
  });

  it('stays inside the window wherever the point is', () => {
    const coordinates = fc.integer({ min: -100, max: 900 });
    fc.assert(
      fc.property(coordinates, coordinates, (x, y) => {
        const corner = placeBeside({ x, y }, 16, box, window);
        expect(corner.x).toBeGreaterThanOrEqual(0);
        expect(corner.y).toBeGreaterThanOrEqual(0);
        expect(corner.x + box.width).toBeLessThanOrEqual(window.width);
        expect(corner.y + box.height).toBeLessThanOrEqual(window.height);
      }),
    );
  });
});
