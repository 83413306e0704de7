import { describe, expect, it } from 'vitest';
import { levelOfDetail } from './level-of-detail.ts';

describe('levelOfDetail', () => {
  it('shows dots only where points are dense', () => {
    expect(levelOfDetail(4).pictureOpacity).toBe(0);
  });

  it('shows pictures only where there is room for them', () => {
    expect(levelOfDetail(60).pictureOpacity).toBe(1);
  });

  it('never draws smaller when points are further apart', () => {
    const levels = Array.from({ length: 200 }, (_, spacing) => levelOfDetail(spacing));
    levels.slice(1).forEach((level, i) => {
      expect(level.dotRadius).toBeGreaterThanOrEqual(levels[i]?.dotRadius ?? 0);
      expect(level.pictureSize).toBeGreaterThanOrEqual(levels[i]?.pictureSize ?? 0);
    });
  });
});
