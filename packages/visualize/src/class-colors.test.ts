import { describe, expect, it } from 'vitest';
import { CLASS_COLORS, classColor } from './class-colors.ts';
import { parseColor } from './draw/parse-color.ts';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/**
 * What total colour blindness of a kind makes of linear RGB.
 *
 * @see Machado, Oliveira & Fernandes 2009, "A physiologically-based model for simulation of color vision deficiency",
 * severity 1.0
 */
const EYES: Readonly<Record<string, Matrix>> = {
  'three kinds of cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Linear sRGB to CIE XYZ, each relative to white (D65). */
const TO_XYZ: Matrix = [
  [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
];

function apply(matrix: Matrix, [a, b, c]: Triple): Triple {
  const [x = 0, y = 0, z = 0] = matrix.map((row) => row[0] * a + row[1] * b + row[2] * c);
  return [x, y, z];
}

/** CIE L*a*b* of a colour as eyes see it. */
function labOf(color: string, eyes: Matrix): Triple {
  const [red, green, blue] = parseColor(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const seen = apply(eyes, [red, green, blue]).map((value) => Math.min(Math.max(value, 0), 1));
  const [x, y, z] = apply(TO_XYZ, seen as unknown as Triple).map((value) =>
    value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116,
  ) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe('classColor', () => {
  it('has ten different colours, and starts again after them', () => {
    expect(new Set(CLASS_COLORS).size).toBe(10);
    expect(classColor(3)).toBe(CLASS_COLORS[3]);
    expect(classColor(13)).toBe(CLASS_COLORS[3]);
  });

  // A difference of 10 is seen at a glance; one of about 2 just so, side by side.
  it.each(Object.entries(EYES))('differ at a glance to eyes with %s', (_, eyes) => {
    const colors = CLASS_COLORS.map((color) => labOf(color, eyes));
    colors.forEach((color, i) => {
      for (const other of colors.slice(i + 1)) {
        expect(Math.hypot(...color.map((value, axis) => value - (other[axis] ?? 0)))).toBeGreaterThan(10);
      }
    });
  });
});
