import { onTestFinished } from 'vitest';
import { createViewer } from '../create-viewer.ts';
import type { Viewer, ViewerOptions } from '../viewer.ts';

const SIDE = 200;
export const PAPER: readonly number[] = [255, 255, 255];

export interface OpenViewer {
  readonly viewer: Viewer;
  readonly container: HTMLElement;
}

/** Four points in the corners of a square of 144 CSS pixels, two of each of two classes, red and blue. */
export const SQUARE: Float32Array = Float32Array.of(-1, -1, 1, -1, -1, 1, 1, 1);

/** A viewer of white paper in a container of 200 by 200 CSS pixels, for as long as the test: later ones count frames. */
export function openViewer(options: Partial<ViewerOptions> = {}): OpenViewer {
  const container = document.createElement('div');
  container.style.width = `${SIDE}px`;
  container.style.height = `${SIDE}px`;
  container.style.setProperty('--viewer-paper', '#ffffff');
  container.style.setProperty('--viewer-ink', '#000000');
  // Events that a test makes have no pointer that could be captured.
  container.setPointerCapture = () => {};
  document.body.replaceChildren(container);
  const viewer = createViewer(container, {
    labels: Uint8Array.of(0, 0, 1, 1),
    classNames: ['red', 'blue'],
    colors: ['#ff0000', '#0000ff'],
    ...options,
  });
  onTestFinished(() => viewer.dispose());
  return { viewer, container };
}

export function nextFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}

/** Waits frame by frame. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await nextFrame();
}

export interface Pixels {
  /** Red, green and blue of a pixel. */
  at(x: number, y: number): readonly number[];
  readonly data: Uint8ClampedArray;
}

/** What a viewer shows, a pixel per CSS pixel. */
export async function pixelsOf(viewer: Viewer): Promise<Pixels> {
  const picture = await createImageBitmap(await viewer.toPng({ scale: 1 }));
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  if (context === null) throw new Error('no 2D canvas');
  context.drawImage(picture, 0, 0);
  const { data, width } = context.getImageData(0, 0, picture.width, picture.height);
  return {
    data,
    at: (x, y) => {
      const start = 4 * (Math.round(y) * width + Math.round(x));
      return [...data.subarray(start, start + 3)];
    },
  };
}

/** The colour of the dot of an id: left of the digit in its middle. */
export async function dotColor(viewer: Viewer, id: number): Promise<readonly number[] | undefined> {
  const place = viewer.placeOf(id);
  if (place === undefined) return undefined;
  return (await pixelsOf(viewer)).at(place.x - 5, place.y);
}

export function point(
  container: HTMLElement,
  type: string,
  x: number,
  y: number,
  init: PointerEventInit = {},
): void {
  const { left, top } = container.getBoundingClientRect();
  const options = {
    clientX: left + x,
    clientY: top + y,
    pointerId: 1,
    pointerType: 'mouse',
    bubbles: true,
    ...init,
  };
  container.dispatchEvent(new PointerEvent(type, options));
}

export function press(container: HTMLElement, key: string, init: KeyboardEventInit = {}): void {
  container.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
}
