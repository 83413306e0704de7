import { describe, expect, it } from 'vitest';
import golden from '../../../test/golden/deep-layers.json' with { type: 'json' };
import { normalQuantile } from './normal-quantile.ts';

describe('normalQuantile', () => {
  it.each(golden.normalQuantile.shares.map((share, i) => [share, golden.normalQuantile.quantiles[i]!]))(
    "is SciPy's at %d",
    (share, expected) => {
      expect(Math.abs(normalQuantile(share) - expected)).toBeLessThan(
        1e-14 * Math.max(Math.abs(expected), 1),
      );
    },
  );
});
