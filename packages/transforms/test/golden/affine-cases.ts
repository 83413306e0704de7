import { affine, rotate } from '@fashion-mnist/transforms';

/** What torchvision-affine.py writes. */
export interface AffineGolden {
  readonly versions: Readonly<Record<string, string>>;
  readonly groups: readonly AffineGroup[];
}

export interface AffineGroup {
  readonly kind: 'uint8' | 'float32';
  readonly height: number;
  readonly width: number;
  readonly interpolation: 'nearest' | 'bilinear';
  /** `'PIL'` where the expected pixels are of torchvision's other back end. */
  readonly border: 'fill' | 'masked-fill' | 'reflect' | 'PIL';
  readonly fill: number;
  readonly cases: readonly AffineCase[];
}

interface AffineCase {
  readonly picture: number;
  /** Degrees, right, down, scale, shears. */
  readonly affine?: readonly number[];
  /** Degrees. */
  readonly rotate?: number;
  /** Base64 of the pixels, floats little-endian. */
  readonly expected: string;
}

/** How far our pixels are from the expected ones, over all cases of a group. */
export interface Deviation {
  readonly pixelCount: number;
  readonly unequalCount: number;
  readonly largest: number;
}

export function deviationOf(group: AffineGroup): Deviation {
  let [pixelCount, unequalCount, largest] = [0, 0, 0];
  for (const each of group.cases) {
    const expected = decode(each.expected, group.kind);
    const got = placed(group, each);
    pixelCount += expected.length;
    for (const [index, value] of expected.entries()) {
      const distance = Math.abs(value - (got[index] ?? Number.NaN));
      if (distance !== 0) unequalCount++;
      largest = distance > largest || Number.isNaN(distance) ? distance : largest;
    }
  }
  return { pixelCount, unequalCount, largest };
}

function placed(group: AffineGroup, each: AffineCase): Uint8Array | Float32Array {
  const { interpolation, border, fill } = group;
  const images = { data: picture(each.picture, group), shape: [1, group.height, group.width] };
  const sampling = { interpolation, border: border === 'PIL' ? 'fill' : border, fill } as const;
  if (each.rotate !== undefined) return rotate(images, { degrees: each.rotate, ...sampling }).data;
  const [degrees, right, down, scale, shearX, shearY] = each.affine ?? [];
  return affine(images, { degrees, right, down, scale, shearX, shearY, ...sampling }).data;
}

/** The pictures of torchvision-affine.py. */
function picture(seed: number, { height, width, kind }: AffineGroup): Uint8Array | Float32Array {
  const values = Uint8Array.from({ length: height * width }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    return x * x * (seed + 1) + 3 * y * (x + seed) + (x ^ y) * 7;
  });
  return kind === 'uint8' ? values : Float32Array.from(values, (value) => (value - 100) / 128);
}

function decode(base64: string, kind: AffineGroup['kind']): Uint8Array | Float32Array {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return kind === 'uint8' ? bytes : new Float32Array(bytes.buffer);
}
