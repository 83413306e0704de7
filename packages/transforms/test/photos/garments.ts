import type { Rng } from '@fashion-mnist/core';
import { blend, type Color, lighten, type Painter, WHITE } from './painter.ts';

type Polygon = readonly (readonly [number, number])[];

/** Left halves, from top to bottom along the outline; the right half is their mirror image. */
const HALF_OUTLINES: readonly Polygon[] = [
  // T-shirt
  [
    [0.4, 0.05],
    [0.28, 0.08],
    [0.05, 0.3],
    [0.16, 0.42],
    [0.26, 0.34],
    [0.26, 0.95],
  ],
  // Trousers
  [
    [0.3, 0.05],
    [0.27, 0.4],
    [0.25, 0.95],
    [0.44, 0.95],
    [0.49, 0.4],
    [0.5, 0.35],
  ],
  // Dress
  [
    [0.42, 0.04],
    [0.36, 0.1],
    [0.4, 0.4],
    [0.2, 0.96],
  ],
  // Coat with long sleeves
  [
    [0.42, 0.03],
    [0.25, 0.1],
    [0.1, 0.8],
    [0.2, 0.84],
    [0.3, 0.35],
    [0.27, 0.97],
  ],
  // Bag
  [
    [0.46, 0.1],
    [0.36, 0.12],
    [0.3, 0.4],
    [0.1, 0.42],
    [0.05, 0.9],
  ],
];

/** An outline that is not symmetric. */
const SHOE: Polygon = [
  [0.08, 0.3],
  [0.3, 0.28],
  [0.42, 0.42],
  [0.75, 0.55],
  [0.95, 0.62],
  [0.96, 0.72],
  [0.1, 0.74],
  [0.05, 0.5],
];

const OUTLINES: readonly Polygon[] = [...HALF_OUTLINES.map(mirrored), SHOE];

/** A garment on a plain or uneven background, with or without a texture, shading and noise. */
export function garment(rng: Rng): Painter {
  const outline = OUTLINES[rng.nextInt(OUTLINES.length)] as Polygon;
  const background = ([WHITE, [0.992, 0.992, 0.992], [0.9, 0.91, 0.93]] as const)[rng.nextInt(3)] as Color;
  const fabric: Color = [rng.nextFloat() * 0.9, rng.nextFloat() * 0.9, rng.nextFloat() * 0.9];
  const trimming: Color = [rng.nextFloat(), rng.nextFloat(), rng.nextFloat()];
  const stripeCount = rng.nextInt(3) * rng.nextInt(12);
  const noise = rng.nextInt(2) * rng.nextFloat() * 0.08;
  const shade = rng.nextFloat() * 0.3;
  const scale = 0.5 + rng.nextFloat() * 0.5;
  return (x, y) => {
    const [u, v] = [(x - 0.5) / scale + 0.5, (y - 0.5) / scale + 0.5];
    const grain = (rng.nextFloat() - 0.5) * noise;
    if (!isInside(outline, u, v)) return lighten(background, grain);
    const isStripe = stripeCount > 0 && Math.floor(v * stripeCount * 2) % 2 === 1;
    return lighten(blend(isStripe ? trimming : fabric, WHITE, shade * u), grain);
  };
}

function mirrored(left: Polygon): Polygon {
  return [...left, ...left.toReversed().map(([x, y]) => [1 - x, y] as const)];
}

function isInside(outline: Polygon, x: number, y: number): boolean {
  let isIn = false;
  let [fromX, fromY] = outline.at(-1) as readonly [number, number];
  for (const [toX, toY] of outline) {
    if (toY > y !== fromY > y && x < ((fromX - toX) * (y - toY)) / (fromY - toY) + toX) isIn = !isIn;
    [fromX, fromY] = [toX, toY];
  }
  return isIn;
}
