import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  dotColor,
  nextFrame,
  openViewer,
  PAPER,
  type Pixels,
  pixelsOf,
  SQUARE,
  until,
} from './testing/open-viewer.ts';

const RED = [255, 0, 0];
const BLUE = [0, 0, 255];
const isPage = typeof document !== 'undefined';

/** Pictures of 28 x 28, ink only in the quarter at the top left. */
function quarterPictures(count: number): { data: Uint8Array; shape: number[] } {
  const data = new Uint8Array(count * 784);
  for (let i = 0; i < data.length; i++) {
    const [row, column] = [Math.floor((i % 784) / 28), i % 28];
    data[i] = row < 14 && column < 14 ? 255 : 0;
  }
  return { data, shape: [count, 28, 28] };
}

function quartersAt(pixels: Pixels, { x, y, size }: { x: number; y: number; size: number }) {
  const d = size / 4;
  return [pixels.at(x - d, y - d), pixels.at(x + d, y - d), pixels.at(x - d, y + d), pixels.at(x + d, y + d)];
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe.skipIf(!isPage).each(['webgl2', 'canvas2d'] as const)('a viewer with %s', (renderer) => {
  it('draws each dot in the colour of its class where it says that it is', async () => {
    const { viewer } = openViewer({ renderer });
    viewer.setLayout({ positions: SQUARE });
    expect(viewer.placeOf(0)).toMatchObject({ x: 28, y: 172 });
    expect(viewer.placeOf(3)).toMatchObject({ x: 172, y: 28 });
    expect(await dotColor(viewer, 0)).toEqual(RED);
    expect(await dotColor(viewer, 3)).toEqual(BLUE);
    expect((await pixelsOf(viewer)).at(100, 100)).toEqual(PAPER);
    viewer.dispose();
  });

  it('draws nothing of hidden classes, masked images and images with NaN', async () => {
    const { viewer } = openViewer({ renderer });
    viewer.setLayout({ positions: SQUARE });
    const places = [0, 1, 2, 3].map((id) => viewer.placeOf(id));
    const isInk = async () => {
      const pixels = await pixelsOf(viewer);
      return places.map((place) => pixels.at((place?.x ?? 0) - 5, place?.y ?? 0).join() !== PAPER.join());
    };
    expect(await isInk()).toEqual([true, true, true, true]);
    viewer.setVisibleClasses([true, false]);
    expect(await isInk()).toEqual([true, true, false, false]);
    viewer.setMask(Uint8Array.of(0, 1, 1, 1));
    expect(await isInk()).toEqual([false, true, false, false]);
    expect(viewer.placeOf(0)).toBeUndefined();
    viewer.setVisibleClasses([true, true]);
    viewer.setMask(undefined);
    viewer.setLayout({ positions: Float32Array.of(-1, -1, 1, -1, NaN, NaN, 1, 1) }, { animate: false });
    expect(await isInk()).toEqual([true, true, false, true]);
    viewer.dispose();
  });

  it('colours images by other labels', async () => {
    const { viewer } = openViewer({ renderer });
    viewer.setLayout({ positions: SQUARE });
    viewer.setLabels(Uint8Array.of(1, 0, 0, 1));
    expect(await dotColor(viewer, 0)).toEqual(BLUE);
    viewer.dispose();
  });

  it('shows the bytes of a picture, upright', async () => {
    const { viewer } = openViewer({ renderer });
    viewer.setLayout({ positions: SQUARE });
    viewer.setImages(quarterPictures(4));
    await until(() => viewer.stats().pictures > 0);
    const place = viewer.placeOf(2) ?? { x: 0, y: 0, size: 0 };
    // Full ink is the colour of the class, lighter by a fifth.
    expect(quartersAt(await pixelsOf(viewer), place)).toEqual([[51, 51, 255], PAPER, PAPER, PAPER]);
    viewer.dispose();
  });

  it('keeps dots where there are no pictures yet', async () => {
    const { viewer } = openViewer({ renderer });
    viewer.setLayout({ positions: SQUARE });
    viewer.setImages(quarterPictures(2), 2);
    await until(() => viewer.stats().pictures === 2);
    expect(viewer.stats().dots).toBe(2);
    expect(await dotColor(viewer, 0)).toEqual(RED);
    viewer.dispose();
  });

  it('dims all but what is emphasised', async () => {
    const { viewer } = openViewer({ renderer });
    viewer.setLayout({ positions: SQUARE });
    viewer.emphasise({ label: 0 });
    const [, green = 0] = (await dotColor(viewer, 3)) ?? [];
    expect(green).toBeGreaterThan(150);
    expect(await dotColor(viewer, 0)).toEqual(RED);
    viewer.emphasise(undefined);
    expect(await dotColor(viewer, 3)).toEqual(BLUE);
    viewer.dispose();
  });

  it('puts a dark ring around selected dots', async () => {
    const { viewer } = openViewer({ renderer });
    viewer.setLayout({ positions: SQUARE });
    viewer.select(Uint32Array.of(0));
    const { x, y } = viewer.placeOf(0) ?? { x: 0, y: 0 };
    const [red = 255, green = 255] = (await pixelsOf(viewer)).at(x - 8, y);
    expect([red < 60, green < 60]).toEqual([true, true]);
    viewer.dispose();
  });

  it('holds each selected image once, in ascending order', () => {
    const { viewer } = openViewer({ renderer });
    viewer.select(Uint32Array.of(3, 1, 3));
    expect(viewer.selection).toEqual(Uint32Array.of(1, 3));
    viewer.dispose();
  });

  it('moves points to their new places and ends exactly there', async () => {
    const { viewer } = openViewer({ renderer, transitionMs: 120 });
    viewer.setLayout({ positions: SQUARE });
    viewer.setLayout({ positions: Float32Array.of(1, 1, -1, 1, 1, -1, -1, -1) });
    expect(viewer.placeOf(0)).toMatchObject({ x: 28, y: 172 });
    await until(() => (viewer.placeOf(0)?.x ?? 0) > 28);
    await until(() => viewer.placeOf(0)?.x === 172);
    expect(viewer.placeOf(0)).toMatchObject({ x: 172, y: 28 });
    expect(await dotColor(viewer, 0)).toEqual(RED);
    viewer.dispose();
  });

  it('follows a layout that is being computed, at the next frame', async () => {
    const { viewer } = openViewer({ renderer });
    viewer.setLayout({ positions: SQUARE });
    const positions = SQUARE.slice();
    viewer.updateLayout(positions);
    positions.set([-1, 1], 0);
    positions.set([-1, -1], 4);
    await nextFrame();
    await nextFrame();
    expect(viewer.placeOf(0)).toMatchObject({ x: 28, y: 28 });
    expect(await dotColor(viewer, 0)).toEqual(RED);
    viewer.dispose();
  });

  it('shows guests at their places in the unit of the layout', async () => {
    const { viewer, container } = openViewer({ renderer });
    viewer.setLayout({ positions: SQUARE.map((value) => 10 * value) });
    viewer.setGuests([{ x: 0, y: 0, name: 'my coat', image: quarterPictures(1).data }]);
    await until(() => container.textContent?.includes('my coat') === true);
    const [topLeft, topRight] = quartersAt(await pixelsOf(viewer), { x: 100, y: 100, size: 40 });
    expect(topLeft).not.toEqual(PAPER);
    expect(topRight).toEqual(PAPER);
    viewer.dispose();
  });

  it('draws nothing while nothing changes', async () => {
    const { viewer } = openViewer({ renderer });
    viewer.setLayout({ positions: SQUARE });
    for (let frame = 0; frame < 5; frame++) await nextFrame();
    const request = vi.spyOn(window, 'requestAnimationFrame');
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
    expect(request).not.toHaveBeenCalled();
    viewer.dispose();
  });

  it('leaves the container as it was', () => {
    const { viewer, container } = openViewer({ renderer });
    container.removeAttribute('style');
    const before = container.cloneNode(true) as HTMLElement;
    viewer.dispose();
    expect(container.childElementCount).toBe(0);
    expect(container.getAttributeNames()).toEqual(
      expect.not.arrayContaining(['role', 'tabindex', 'aria-label']),
    );
    expect(before.getAttribute('role')).toBe('application');
  });
});

describe.skipIf(!isPage)('the camera of a viewer', () => {
  it('is what it was set to, and is told once per frame', async () => {
    const { viewer } = openViewer();
    viewer.setLayout({ positions: SQUARE });
    await nextFrame();
    await nextFrame();
    const told: unknown[] = [];
    viewer.on('camera', (camera) => told.push(camera));
    viewer.camera = { x: 0, y: 0, scale: 50 };
    viewer.camera = { x: 1, y: 1, scale: 100 };
    expect(viewer.placeOf(3)).toMatchObject({ x: 100, y: 100 });
    await nextFrame();
    await nextFrame();
    expect(told).toEqual([{ x: 1, y: 1, scale: 100 }]);
    viewer.dispose();
  });

  it('follows the size of the container as long as it shows the whole map', async () => {
    const { viewer, container } = openViewer();
    viewer.setLayout({ positions: SQUARE });
    container.style.width = '400px';
    container.style.height = '400px';
    await until(() => viewer.placeOf(3)?.x === 372);
    expect(viewer.placeOf(3)).toMatchObject({ x: 372, y: 28 });
    viewer.dispose();
  });

  it('goes to images that are revealed', async () => {
    const { viewer } = openViewer();
    viewer.setLayout({ positions: SQUARE });
    viewer.select(Uint32Array.of(1), { reveal: true });
    await until(() => viewer.camera.x === 1);
    expect(viewer.camera).toMatchObject({ x: 1, y: -1 });
    viewer.dispose();
  });
});

describe.skipIf(!isPage)('what a viewer refuses', () => {
  it.each([
    ['a label without class name', () => openViewer({ labels: Uint8Array.of(0, 2) }), 'E_OPTION'],
    ['images larger than a line of a texture', () => openViewer({ imageShape: [64, 64] }), 'E_SHAPE'],
    ['labels of another number', () => openViewer().viewer.setLabels(new Uint8Array(3)), 'E_SHAPE'],
    ['a mask of another length', () => openViewer().viewer.setMask(new Uint8Array(3)), 'E_SHAPE'],
    ['a layout of another length', () => openViewer().viewer.updateLayout(new Float32Array(3)), 'E_SHAPE'],
    ['classes of another number', () => openViewer().viewer.setVisibleClasses([true]), 'E_SHAPE'],
    ['ids that do not exist', () => openViewer().viewer.select(Uint32Array.of(4)), 'E_OPTION'],
    ['more pictures than labels', () => openViewer().viewer.setImages(quarterPictures(5)), 'E_SHAPE'],
    [
      'guests of another size',
      () => openViewer().viewer.setGuests([{ x: 0, y: 0, name: '', image: new Uint8Array(1) }]),
      'E_SHAPE',
    ],
  ])('is %s', (_, act, code) => {
    expect(act).toThrow(expect.objectContaining({ name: 'VisualizeError', code }));
  });
});

describe.skipIf(!isPage)('a viewer on a poor device', () => {
  it('falls back to a 2D canvas where there is no WebGL2, or says so', () => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
      this: HTMLCanvasElement,
      ...[type, options]: Parameters<typeof getContext>
    ) {
      return type === 'webgl2' ? null : getContext.call(this, type, options);
    } as typeof getContext);
    const { viewer } = openViewer();
    expect(viewer.renderer).toBe('canvas2d');
    viewer.dispose();
    expect(() => openViewer({ renderer: 'webgl2' })).toThrow(expect.objectContaining({ code: 'E_RENDERER' }));
  });

  it('finds every picture in layers where textures are at most 2,048 wide', async () => {
    const count = 9000;
    const getParameter = WebGL2RenderingContext.prototype.getParameter;
    vi.spyOn(WebGL2RenderingContext.prototype, 'getParameter').mockImplementation(function (
      this: WebGL2RenderingContext,
      name: number,
    ) {
      return name === this.MAX_TEXTURE_SIZE ? 2048 : getParameter.call(this, name);
    });
    const storage = vi.spyOn(WebGL2RenderingContext.prototype, 'texStorage3D');
    const { viewer } = openViewer({ labels: new Uint8Array(count) });
    const positions = new Float32Array(2 * count).fill(Number.NaN);
    positions.set([-1, 0], 0);
    positions.set([1, 0], 2 * 8999);
    viewer.setLayout({ positions });
    const data = new Uint8Array(count * 784);
    data.fill(255, 8999 * 784);
    viewer.setImages({ data, shape: [count, 28, 28] });
    await until(() => viewer.stats().pictures === 2);
    const pixels = await pixelsOf(viewer);
    const [empty, full] = [viewer.placeOf(0), viewer.placeOf(8999)];
    expect(pixels.at(empty?.x ?? 0, empty?.y ?? 0)).toEqual(PAPER);
    expect(pixels.at(full?.x ?? 0, full?.y ?? 0)).toEqual([255, 51, 51]);
    for (const [, , , width, height, layers] of storage.mock.calls) {
      expect([width <= 2048, height <= 2048, layers <= 256]).toEqual([true, true, true]);
    }
    viewer.dispose();
  });

  it('keeps to pictures of half the size where there is little memory', async () => {
    vi.stubGlobal('navigator', { deviceMemory: 1 });
    const storage = vi.spyOn(WebGL2RenderingContext.prototype, 'texStorage3D');
    const { viewer } = openViewer();
    viewer.setLayout({ positions: SQUARE });
    viewer.setImages(quarterPictures(4));
    await until(() => viewer.stats().pictures > 0);
    const place = viewer.placeOf(0) ?? { x: 0, y: 0, size: 0 };
    expect(storage).toHaveBeenCalledTimes(1);
    expect(quartersAt(await pixelsOf(viewer), place)).toEqual([[255, 51, 51], PAPER, PAPER, PAPER]);
    viewer.dispose();
  });

  it('shows the same again after the graphics device was lost and came back', async () => {
    const { viewer, container } = openViewer();
    viewer.setLayout({ positions: SQUARE });
    viewer.setImages(quarterPictures(2));
    viewer.select(Uint32Array.of(3));
    await until(() => viewer.stats().pictures === 2);
    const before = await pixelsOf(viewer);
    const told: string[] = [];
    viewer.on('contextlost', () => told.push('lost'));
    viewer.on('contextrestored', () => told.push('restored'));

    const gl = container.querySelector('canvas')?.getContext('webgl2');
    const device = gl?.getExtension('WEBGL_lose_context');
    device?.loseContext();
    await until(() => told.includes('lost'));
    await expect(viewer.toPng()).rejects.toMatchObject({ code: 'E_RENDERER' });
    viewer.camera = { ...viewer.camera };
    await nextFrame();
    device?.restoreContext();
    await until(() => told.includes('restored'));
    for (let frame = 0; frame < 5; frame++) await nextFrame();
    expect((await pixelsOf(viewer)).data).toEqual(before.data);
    viewer.dispose();
  });
});
