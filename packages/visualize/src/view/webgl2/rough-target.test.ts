import { afterEach, describe, expect, it, vi } from 'vitest';
import { openViewer, SQUARE } from '../testing/open-viewer.ts';

const SLOW_FRAME_MS = 60;
/** Enough of them for the coarsest steps. */
const SLOW_FRAMES = 20;
/** Longer than they take on a busy machine: it draws while something moves. */
const TRANSITION_MS = 40_000;
const isPage = typeof document !== 'undefined';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Lets every frame come late. @param afterFrame - Called while what was drawn can still be read. */
function slowDown(afterFrame: () => void): void {
  vi.stubGlobal('requestAnimationFrame', (draw: FrameRequestCallback) =>
    setTimeout(() => {
      draw(performance.now());
      afterFrame();
    }, SLOW_FRAME_MS),
  );
}

/** Of a pixel of the canvas, in CSS pixels. */
function colorAt(canvas: HTMLCanvasElement, x: number, y: number): readonly number[] {
  const context = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
  if (context === null) throw new Error('no 2D canvas');
  context.drawImage(canvas, 0, 0);
  const ratio = canvas.width / canvas.clientWidth;
  return [...context.getImageData(x * ratio, y * ratio, 1, 1).data.subarray(0, 3)];
}

describe.skipIf(!isPage)('a slow device', () => {
  it('shows what moves at its place, on a canvas that keeps its size', async () => {
    const { viewer, container } = openViewer({ renderer: 'webgl2', transitionMs: TRANSITION_MS });
    const canvas = container.querySelector('canvas') as HTMLCanvasElement;
    viewer.setLayout({ positions: SQUARE });
    const widths: number[] = [];
    const colors: (readonly number[])[] = [];
    slowDown(() => {
      const place = viewer.placeOf(0);
      if (place === undefined || widths.length === SLOW_FRAMES) return;
      widths.push(canvas.width);
      colors.push(colorAt(canvas, place.x - 5, place.y), colorAt(canvas, 100, 100));
    });
    viewer.setLayout({ positions: Float32Array.of(0.9, -0.2, ...SQUARE.subarray(2)) });
    await vi.waitUntil(() => widths.length === SLOW_FRAMES, { timeout: TRANSITION_MS });
    viewer.dispose();

    expect(new Set(widths)).toEqual(new Set([200 * devicePixelRatio]));
    for (const [at, [red = 0, green = 0, blue = 0]] of colors.entries()) {
      if (at % 2 === 0) expect([red > 200, green < 60, blue < 60]).toEqual([true, true, true]);
      else expect([red, green, blue]).toEqual([255, 255, 255]);
    }
  });
});
