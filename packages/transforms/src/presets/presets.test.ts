import { createRng } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { parsePipeline } from '../pipeline/parse-pipeline.ts';
import { presetNamed, presets } from './presets.ts';

const rng = createRng(1);
const images = { data: Uint8Array.from({ length: 12 * 784 }, () => rng.nextInt(256)), shape: [12, 28, 28] };

describe.each(presets)('the preset $name', (preset) => {
  it('is a pipeline that works on images of 28 x 28 pixels', async () => {
    const pipeline = parsePipeline(preset);
    const result = await (await pipeline.fit(images)).apply(images);
    expect(result.shape[0]).toBe(12);
    if (preset.steps.length === 0) expect(result).toEqual(images);
    else expect(Array.from(result.data)).not.toEqual(Array.from(images.data));
    expect(Math.min(...result.data)).toBeLessThan(Math.max(...result.data));
    expect(Math.max(...result.data)).toBeLessThan(256);
    expect(JSON.parse(JSON.stringify(pipeline))).toEqual(preset);
  });

  it('cites where it comes from', () => {
    expect(preset.source.length).toBeGreaterThan(0);
    for (const link of preset.source) expect(URL.canParse(link)).toBe(true);
  });

  it('says why it does nothing, if it does', () => {
    expect(preset.steps.length + preset.deviations.length).toBeGreaterThan(0);
  });
});

describe('presets', () => {
  it('have names of their own', () => {
    expect(new Set(presets.map(({ name }) => name)).size).toBe(presets.length);
  });

  it('cannot be changed', () => {
    const isFrozen = (value: unknown): boolean =>
      typeof value !== 'object' ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(isFrozen));
    expect(isFrozen(presets)).toBe(true);
  });

  it('are found by name', () => {
    expect(presetNamed('hog-svm').steps[0]?.operation).toBe('hog');
    expect(() => presetNamed('wrn2810')).toThrow("there is no preset 'wrn2810', did you mean 'wrn-28-10'?");
    expect(() => presetNamed('alexnet-of-mine')).toThrow(/expected one of 2-conv-kyriakos/);
  });
});
