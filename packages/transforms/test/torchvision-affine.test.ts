import { describe, expect, it } from 'vitest';
import { type AffineGolden, deviationOf } from './golden/affine-cases.ts';
import golden from './golden/torchvision-affine.json' with { type: 'json' };

describe('affine and rotate beside torchvision', () => {
  const { groups } = golden as AffineGolden;

  it.each(groups)('give its $kind pixels, $interpolation, $border $fill, $height x $width', (group) => {
    const { largest, unequalCount, pixelCount } = deviationOf(group);
    if (group.interpolation === 'nearest') expect(unequalCount).toBe(0);
    else if (group.kind === 'float32') expect(largest).toBeLessThan(1e-5);
    else {
      expect(largest).toBeLessThanOrEqual(1);
      expect(unequalCount / pixelCount).toBeLessThan(0.01);
    }
  });
});
