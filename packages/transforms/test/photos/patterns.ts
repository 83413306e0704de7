import type { Rng } from '@fashion-mnist/core';
import { blend, type Color, lighten, type Painter, WHITE } from './painter.ts';

/** From one colour to another, along a line or around the middle. */
export function gradient(rng: Rng): Painter {
  const [from, angle] = [anyColor(rng), rng.nextFloat() * 2 * Math.PI];
  const to = blend(from, anyColor(rng), rng.nextInt(3) === 0 ? 0.1 : 1);
  const isRadial = rng.nextInt(2) === 1;
  return (x, y) => {
    const along = (x - 0.5) * Math.cos(angle) + (y - 0.5) * Math.sin(angle) + 0.5;
    return blend(from, to, isRadial ? Math.hypot(x - 0.5, y - 0.5) * 1.4 : along);
  };
}

/** A colour of its own for each pixel. */
export function noise(rng: Rng): Painter {
  const [low, range] = [rng.nextFloat() * 0.5, rng.nextFloat() ** 2];
  return () => [low + rng.nextFloat() * range, low + rng.nextFloat() * range, low + rng.nextFloat() * range];
}

/** Strokes on white. */
export function lineDrawing(rng: Rng): Painter {
  const strokes = Array.from({ length: 2 + rng.nextInt(6) }, () => ({
    from: [rng.nextFloat(), rng.nextFloat()] as const,
    to: [rng.nextFloat(), rng.nextFloat()] as const,
    width: 0.005 + rng.nextFloat() * 0.04,
    ink: blend([0, 0, 0], anyColor(rng), rng.nextFloat()),
  }));
  return (x, y) => strokes.find(({ from, to, width }) => distance(from, to, x, y) < width)?.ink ?? WHITE;
}

/** Squares of two colours. */
export function checkerboard(rng: Rng): Painter {
  const [dark, light, count] = [anyColor(rng), anyColor(rng), 1 + rng.nextInt(40)];
  return (x, y) => ((Math.floor(x * count) + Math.floor(y * count)) % 2 === 0 ? light : dark);
}

/** An ellipse on a background that differs from its corners by about as much as is still trimmed. */
export function nearFuzz(rng: Rng): Painter {
  const background = blend([0.3, 0.3, 0.3], WHITE, rng.nextFloat());
  const [near, width, height] = [0.03 + rng.nextFloat() * 0.03, rng.nextFloat() * 0.4, rng.nextFloat() * 0.4];
  const ink = anyColor(rng);
  return (x, y) => {
    if (Math.hypot((x - 0.5) / width, (y - 0.5) / height) < 1) return ink;
    return lighten(background, rng.nextInt(8) === 0 ? (rng.nextFloat() - 0.5) * 2 * near : 0);
  };
}

/** Bands whose corners differ, so that they disagree on what is background. */
export function bands(rng: Rng): Painter {
  const colors = Array.from({ length: 2 + rng.nextInt(3) }, () => anyColor(rng));
  const isHorizontal = rng.nextInt(2) === 1;
  return (x, y) => colors[Math.floor((isHorizontal ? y : x) * colors.length)] as Color;
}

/** One colour, with a single pixel or so of another. */
export function speck(rng: Rng): Painter {
  const [background, ink] = [anyColor(rng), anyColor(rng)];
  const [left, top] = [rng.nextFloat() * 1.2, rng.nextFloat() * 1.2];
  return (x, y) => (Math.abs(x - left) < 0.02 && Math.abs(y - top) < 0.02 ? ink : background);
}

function anyColor(rng: Rng): Color {
  return [rng.nextFloat(), rng.nextFloat(), rng.nextFloat()];
}

function distance(
  [fromX, fromY]: readonly [number, number],
  [toX, toY]: readonly [number, number],
  x: number,
  y: number,
): number {
  const length2 = (toX - fromX) ** 2 + (toY - fromY) ** 2;
  const along = ((x - fromX) * (toX - fromX) + (y - fromY) * (toY - fromY)) / length2;
  const nearest = Math.min(1, Math.max(0, along));
  return Math.hypot(x - fromX - nearest * (toX - fromX), y - fromY - nearest * (toY - fromY));
}
