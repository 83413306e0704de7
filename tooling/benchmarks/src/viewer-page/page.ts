import { CLASS_COLORS } from '@fashion-mnist/visualize/class-colors';
import { createPointGrid, createViewer, pointsInPolygon, type Viewer } from '@fashion-mnist/visualize/view';
import createScatterplot from 'regl-scatterplot';
import type { ViewerWork } from './viewer-work.ts';

const IMAGE_SHAPE = [28, 28] as const;
const MOVING_MS = 2000;

const place = document.querySelector('#place') as HTMLElement;
const [images, labels, coordinates] = await Promise.all(['images', 'labels', 'coordinates'].map(bytesOf));
const positions = new Float32Array((coordinates as Uint8Array<ArrayBuffer>).buffer);
const grid = createPointGrid(positions);
const count = positions.length / 2;

async function bytesOf(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(`./${name}`)).arrayBuffer());
}

function ours(): Viewer {
  const classNames = CLASS_COLORS.map((_, label) => `class ${label}`);
  const viewer = createViewer(place, { labels: labels as Uint8Array, classNames, imageShape: IMAGE_SHAPE });
  viewer.setLayout({ positions }, { animate: false, fit: true });
  return viewer;
}

/** Calls before each frame with the share of the time that has gone. @returns Milliseconds per frame. */
async function timeFrames(move: (share: number) => void): Promise<number> {
  for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
  const start = performance.now();
  let frames = 0;
  while (performance.now() - start < MOVING_MS) {
    move((performance.now() - start) / MOVING_MS);
    await new Promise(requestAnimationFrame);
    frames++;
  }
  return (performance.now() - start) / frames;
}

async function framesOfOurs(zoom: number): Promise<number> {
  const viewer = ours();
  viewer.setImages({ data: images as Uint8Array, shape: [count, ...IMAGE_SHAPE] });
  if (zoom > 1) await new Promise((resolve) => setTimeout(resolve, 3000));
  const { x, y, scale } = viewer.camera;
  const time = await timeFrames((share) => {
    viewer.camera = { x: x + Math.sin(6 * share) / (5 * zoom), y, scale: zoom * scale };
  });
  viewer.dispose();
  return time;
}

async function framesOfRegl(): Promise<number> {
  const canvas = document.createElement('canvas');
  place.append(canvas);
  const { width, height } = place.getBoundingClientRect();
  const plot = createScatterplot({
    canvas,
    width,
    height,
    pointSize: 3,
    colorBy: 'category',
    pointColor: [...CLASS_COLORS],
  });
  const largest = positions.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const points = Array.from({ length: count }, (_, point) => {
    return [
      (positions[2 * point] ?? 0) / largest,
      (positions[2 * point + 1] ?? 0) / largest,
      labels?.[point] ?? 0,
    ];
  });
  await plot.draw(points);
  const time = await timeFrames((share) => {
    void plot.set({ cameraTarget: [Math.sin(6 * share) / 5, 0] });
  });
  plot.destroy();
  canvas.remove();
  return time;
}

globalThis.viewerWork = {
  frameOfDots: (viewer) => (viewer === 'ours' ? framesOfOurs(1) : framesOfRegl()),
  frameOfPictures: () => framesOfOurs(40),
  pick() {
    const times = Array.from({ length: 501 }, (_, trial) => {
      const point = 2 * ((trial * 9973) % count);
      const [x = 0, y = 0] = positions.subarray(point, point + 2);
      const start = performance.now();
      grid.nearest({ x: x + grid.spacing / 3, y }, 4 * grid.spacing);
      return performance.now() - start;
    });
    return times.toSorted((a, b) => a - b)[250] ?? Number.NaN;
  },
  lasso() {
    const radius = radiusOf(10_000);
    const outline = Array.from({ length: 200 }, (_, corner) => {
      const angle = (2 * Math.PI * corner) / 200;
      return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
    });
    const start = performance.now();
    const inside = pointsInPolygon(grid, positions, outline);
    return { time: performance.now() - start, count: inside.length };
  },
} satisfies ViewerWork;

/** Of the circle around the origin that holds so many points. */
function radiusOf(wanted: number): number {
  const distances = Float64Array.from({ length: count }, (_, point) =>
    Math.hypot(positions[2 * point] ?? 0, positions[2 * point + 1] ?? 0),
  );
  return distances.toSorted()[wanted] ?? 0;
}
