import { afterEach, describe, expect, it, vi } from 'vitest';
import { type OpenViewer, openViewer, point, press, SQUARE, until } from './testing/open-viewer.ts';
import type { ViewerEvents } from './viewer.ts';

const isPage = typeof document !== 'undefined';

type Told = { -readonly [K in keyof ViewerEvents]?: ViewerEvents[K][] };

function open(): OpenViewer & { readonly told: Told } {
  const opened = openViewer({ transitionMs: 0 });
  const told: Told = {};
  for (const type of ['hover', 'open', 'select', 'tool'] as const) {
    opened.viewer.on(type, (event) => {
      told[type] = [...(told[type] ?? []), event] as never;
    });
  }
  opened.viewer.setLayout({ positions: SQUARE });
  return { ...opened, told };
}

function drag(
  container: HTMLElement,
  way: readonly (readonly [number, number])[],
  init: PointerEventInit = {},
): void {
  const [first = [0, 0], ...others] = way;
  const last = others.at(-1) ?? first;
  point(container, 'pointerdown', first[0], first[1], init);
  for (const [x, y] of others) point(container, 'pointermove', x, y, init);
  point(container, 'pointerup', last[0], last[1], init);
}

/** Around the two points at the bottom. */
const LOWER_HALF = [
  [10, 110],
  [190, 110],
  [190, 190],
  [10, 190],
] as const;

afterEach(() => {
  vi.useRealTimers();
});

describe.skipIf(!isPage)('the mouse on a viewer', () => {
  it('finds the image near the pointer and forgets it when the pointer leaves', () => {
    const { container, told } = open();
    point(container, 'pointermove', 30, 170);
    point(container, 'pointermove', 100, 100);
    expect(told.hover).toEqual([
      { id: 0, x: 28, y: 172, by: 'mouse' },
      { id: undefined, x: 0, y: 0, by: 'mouse' },
    ]);
  });

  it('stays on an image while pictures come and others are marked, and leaves it when it may have moved', () => {
    const { viewer, container, told } = open();
    point(container, 'pointermove', 30, 170);
    viewer.setImages({ data: new Uint8Array(2 * 784), shape: [2, 28, 28] });
    viewer.mark(Uint32Array.of(1));
    viewer.emphasise({ label: 0 });
    expect(told.hover).toHaveLength(1);
    viewer.setVisibleClasses([false, true]);
    expect(told.hover?.at(-1)).toMatchObject({ id: undefined });
  });

  it('opens the image that is clicked', () => {
    const { container, told } = open();
    drag(container, [[172, 28]]);
    expect(told.open).toEqual([{ id: 3 }]);
  });

  it('moves the map with a drag, pixel by pixel, and opens nothing', () => {
    const { viewer, container, told } = open();
    drag(container, [
      [100, 100],
      [105, 100],
      [130, 90],
    ]);
    expect(viewer.placeOf(0)?.x).toBeCloseTo(58, 3);
    expect(viewer.placeOf(0)?.y).toBeCloseTo(162, 3);
    expect(told.open).toBeUndefined();
  });

  it('zooms around the pointer with the wheel', () => {
    const { viewer, container } = open();
    const { left, top } = container.getBoundingClientRect();
    const event = new WheelEvent('wheel', {
      deltaY: -400,
      clientX: left + 28,
      clientY: top + 172,
      cancelable: true,
    });
    container.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(viewer.camera.scale).toBeGreaterThan(100);
    expect(viewer.placeOf(0)?.x).toBeCloseTo(28, 3);
    expect(viewer.placeOf(0)?.y).toBeCloseTo(172, 3);
  });

  it('selects with the lasso, adds with Shift and removes with Alt', () => {
    const { viewer, container, told } = open();
    viewer.setTool('lasso');
    drag(container, LOWER_HALF);
    expect(told.select?.at(-1)).toEqual({ ids: Uint32Array.of(0, 1), by: 'lasso' });
    drag(
      container,
      [
        [150, 10],
        [190, 10],
        [190, 50],
        [150, 50],
      ],
      { shiftKey: true },
    );
    expect([...viewer.selection]).toEqual([0, 1, 3]);
    drag(container, LOWER_HALF, { altKey: true });
    expect([...viewer.selection]).toEqual([3]);
  });

  it('draws the outline while it is drawn, and takes it away at the end', () => {
    const { viewer, container } = open();
    viewer.setTool('lasso');
    const outline = () => container.querySelector('path')?.getAttribute('d');
    point(container, 'pointerdown', 10, 10);
    point(container, 'pointermove', 50, 10);
    point(container, 'pointermove', 50, 50);
    expect(outline()).toBe('M10.0 10.0L50.0 10.0L50.0 50.0Z');
    point(container, 'pointerup', 50, 50);
    expect(outline()).toBe('');
  });

  it('selects a box while Shift is held', () => {
    const { container, told } = open();
    drag(
      container,
      [
        [10, 10],
        [50, 190],
      ],
      { shiftKey: true },
    );
    expect(told.select).toEqual([{ ids: Uint32Array.of(0, 2), by: 'box' }]);
  });

  it('selects and deselects single images with Control', () => {
    const { viewer, container, told } = open();
    drag(container, [[28, 28]], { ctrlKey: true });
    expect(told.select?.at(-1)).toEqual({ ids: Uint32Array.of(2), by: 'pick' });
    drag(container, [[28, 28]], { ctrlKey: true });
    expect([...viewer.selection]).toEqual([]);
  });

  it('does not find hidden images', () => {
    const { viewer, container, told } = open();
    viewer.setVisibleClasses([false, true]);
    viewer.setTool('lasso');
    drag(container, LOWER_HALF);
    expect(told.select).toEqual([{ ids: new Uint32Array(0), by: 'lasso' }]);
  });
});

describe.skipIf(!isPage)('fingers on a viewer', () => {
  const touch = { pointerType: 'touch' };

  it('open what they tap', () => {
    const { container, told } = open();
    drag(container, [[172, 35]], touch);
    expect(told.hover).toEqual([{ id: 3, x: 172, y: 28, by: 'touch' }]);
    expect(told.open).toEqual([{ id: 3 }]);
  });

  it('zoom by what they spread and keep the place between them', () => {
    const { viewer, container } = open();
    point(container, 'pointerdown', 80, 100, touch);
    point(container, 'pointerdown', 120, 100, { ...touch, pointerId: 2 });
    point(container, 'pointermove', 85, 100, touch);
    point(container, 'pointermove', 115, 100, { ...touch, pointerId: 2 });
    expect(viewer.camera.scale).toBeCloseTo(54, 9);
    expect(viewer.camera.x).toBeCloseTo(0, 9);
  });

  it('draw a lasso after a long press', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { container, told } = open();
    point(container, 'pointerdown', 10, 110, touch);
    vi.advanceTimersByTime(500);
    for (const [x, y] of LOWER_HALF) point(container, 'pointermove', x, y, touch);
    point(container, 'pointerup', 10, 190, touch);
    expect(told.select).toEqual([{ ids: Uint32Array.of(0, 1), by: 'lasso' }]);
  });

  it('give up a lasso for a pinch', () => {
    const { viewer, container, told } = open();
    viewer.setTool('lasso');
    point(container, 'pointerdown', 10, 110, touch);
    point(container, 'pointermove', 100, 110, touch);
    point(container, 'pointerdown', 120, 100, { ...touch, pointerId: 2 });
    expect(container.querySelector('path')?.getAttribute('d')).toBe('');
    point(container, 'pointerup', 100, 110, touch);
    point(container, 'pointerup', 120, 100, { ...touch, pointerId: 2 });
    expect(told.select).toBeUndefined();
  });
});

describe.skipIf(!isPage)('the keyboard on a viewer', () => {
  it('can reach it, and it says what it is and how it is used', () => {
    const { container } = open();
    const help = document.getElementById(container.getAttribute('aria-describedby') ?? '');
    expect(container.tabIndex).toBe(0);
    expect(container.getAttribute('role')).toBe('application');
    expect(container.getAttribute('aria-label')).toBe('Map of images');
    expect(help?.textContent).toContain('Arrow keys');
  });

  it('goes from image to image, opens and selects them, and says which', () => {
    const { viewer, container, told } = open();
    const voice = container.querySelector('[role=status]');
    viewer.camera = { x: 1, y: 0.8, scale: 72 };
    press(container, 'n');
    expect(told.hover?.at(-1)).toMatchObject({ id: 3, by: 'keyboard' });
    expect(voice?.textContent).toBe('blue, image 3.');
    press(container, ' ');
    expect(told.select).toEqual([{ ids: Uint32Array.of(3), by: 'keyboard' }]);
    expect(voice?.textContent).toBe('blue, image 3, selected. 1 selected.');
    press(container, 'ArrowDown', { shiftKey: true });
    expect(told.hover?.at(-1)).toMatchObject({ id: 1 });
    press(container, 'Enter');
    expect(told.open).toEqual([{ id: 1 }]);
  });

  it('goes on and back on the same way', () => {
    const { container, told } = open();
    for (const key of ['n', ']', 'p', '[']) press(container, key);
    const ids = told.hover?.map(({ id }) => id) ?? [];
    expect(ids).toEqual([ids[0], ids[1], ids[0]]);
  });

  it('moves and zooms the map and shows all of it again', async () => {
    const { viewer, container } = open();
    press(container, 'ArrowLeft');
    expect(viewer.placeOf(0)?.x).toBeCloseTo(88, 3);
    press(container, '+');
    await until(() => viewer.camera.scale > 107);
    press(container, '0');
    await until(() => viewer.placeOf(0)?.x === 28);
  });

  it('selects all in view, grows the selection and clears it', () => {
    const { viewer, container, told } = open();
    press(container, 'A');
    expect([...viewer.selection]).toEqual([0, 1, 2, 3]);
    press(container, 'Escape');
    expect(told.select?.at(-1)).toEqual({ ids: new Uint32Array(0), by: 'keyboard' });
    press(container, 'n');
    press(container, 'g');
    expect([...viewer.selection]).toEqual([0, 1, 2, 3]);
  });

  it('chooses tools', () => {
    const { viewer, container, told } = open();
    for (const key of ['l', 'b', 'v']) press(container, key);
    expect(told.tool).toEqual(['lasso', 'box', 'pan']);
    expect(viewer.tool).toBe('pan');
  });

  it('leaves shortcuts of the browser and other keys alone', () => {
    const { container } = open();
    for (const init of [{ key: '+', ctrlKey: true }, { key: 'Tab' }, { key: 'x' }]) {
      const event = new KeyboardEvent('keydown', { ...init, cancelable: true });
      container.dispatchEvent(event);
      expect(event.defaultPrevented).toBe(false);
    }
  });
});
