import { describe, expect, it } from 'vitest';
import { expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import { randomBytes, randomFloats } from '../testing/random-samples.ts';
import { principalComponents } from './principal-components.ts';
import { projectOnto, reconstructFrom } from './project-onto.ts';

const bytes = randomBytes(140, 37, 1);
const axes = await principalComponents(bytes, { componentCount: 9 });

describe('projectOnto', () => {
  it.each([
    { what: 'bytes', samples: bytes },
    { what: 'floats', samples: randomFloats(60, 37, 2, 30) },
  ])('gives the inner products of axes and centred $what', async ({ samples }) => {
    const { data, shape } = await projectOnto(samples, axes);
    expect(shape).toEqual([samples.shape[0], 9]);
    data.forEach((score, at) => {
      const [row, axis] = [Math.floor(at / 9), at % 9];
      let expected = 0;
      for (let i = 0; i < 37; i++)
        expected += axes.components.data[axis * 37 + i]! * (samples.data[row * 37 + i]! - axes.mean[i]!);
      // 37 products of values below 256, each rounded to 2^-24 of its size.
      expect(Math.abs(score - expected)).toBeLessThan(37 * 256 * 2 ** -24);
    });
  });

  it('keeps scores of floats far from zero', async () => {
    const far = randomFloats(50, 20, 3, 1e5);
    const farAxes = await principalComponents(far);
    const { data } = await projectOnto(far, farAxes);
    const sum = data.reduce((total, score, at) => total + (at % 2 === 0 ? score : 0), 0);
    const squares = data.reduce((total, score, at) => total + (at % 2 === 0 ? score ** 2 : 0), 0);
    expect(Math.abs(sum / 50)).toBeLessThan(1e-5);
    expect(squares / 49 / farAxes.explainedVariance[0]!).toBeCloseTo(1, 5);
  });

  it('gives the same bytes on every pool', async () => {
    await expectSameOnEveryPool((pool) => projectOnto(bytes, axes, { pool }));
  });

  it('refuses another number of features', async () => {
    await expect(projectOnto(randomBytes(4, 36, 1), axes)).rejects.toMatchObject({ code: 'E_SHAPE' });
  });
});

describe('reconstructFrom', () => {
  it('gives samples back from their scores along all axes', async () => {
    const whole = await principalComponents(bytes, { componentCount: 37 });
    const { data, shape } = await reconstructFrom(await projectOnto(bytes, whole), whole);
    expect(shape).toEqual([140, 37]);
    data.forEach((value, at) => expect(value).toBeCloseTo(bytes.data[at]!, 3));
  });

  it('refuses another number of scores', async () => {
    const scores = { data: new Float32Array(8), shape: [1, 8] };
    await expect(reconstructFrom(scores, axes)).rejects.toMatchObject({ code: 'E_SHAPE' });
  });
});
