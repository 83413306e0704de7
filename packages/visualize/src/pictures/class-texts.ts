import { measureText } from '../draw/text.ts';
import type { PlacedClass } from './map-layers.ts';
import { INK, type SceneText } from './scene.ts';

/** The names of classes on their map, each on that point of its class that is nearest to the median, none over another. */
export function classTexts(classes: readonly PlacedClass[], size: number): readonly SceneText[] {
  const placed: SceneText[] = [];
  for (const { name, points } of classes) {
    const [x, y] = centralPoint(points);
    const style = {
      text: name,
      x,
      size,
      weight: 'semibold',
      color: INK,
      anchor: 'middle',
      halo: true,
    } as const;
    placed.push({ ...style, y: freeBaseline({ ...style, y: y + size / 3 }, placed) });
  }
  return placed;
}

function centralPoint(points: Float32Array): [number, number] {
  const x = median(points, 0);
  const y = median(points, 1);
  let nearest = 0;
  let least = Infinity;
  for (let i = 0; i < points.length; i += 2) {
    const distance = Math.hypot((points[i] as number) - x, (points[i + 1] as number) - y);
    if (distance < least) [nearest, least] = [i, distance];
  }
  return [points[nearest] as number, points[nearest + 1] as number];
}

function median(points: Float32Array, axis: 0 | 1): number {
  const values = points.filter((_, i) => i % 2 === axis).toSorted();
  return values[values.length >> 1] as number;
}

/** The baseline nearest to where a text would be, by whole lines, at which it covers no other. */
function freeBaseline(text: SceneText, others: readonly SceneText[]): number {
  for (let step = 0; ; step++) {
    const lines = step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    const y = text.y + lines * 0.6 * text.size;
    if (!others.some((other) => overlap({ ...text, y }, other))) return y;
  }
}

function overlap(a: SceneText, b: SceneText): boolean {
  const gap = a.size / 3;
  const reach = (measureText(a.text, a) + measureText(b.text, b)) / 2 + gap;
  return Math.abs(a.x - b.x) < reach && Math.abs(a.y - b.y) < 1.15 * a.size;
}
