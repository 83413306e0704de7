import { createRng, ndArray } from '@fashion-mnist/core';
import { estimators, loadModel, saveModel } from '@fashion-mnist/models';
import { describe, expect, it } from 'vitest';
import { expectSameOnEveryPool } from '../src/testing/on-every-pool.ts';

const SIDE = 8;
const CLASSES = 3;

/** Some measure distances. */
const fromZeroToOne = { mean: new Float64Array(SIDE ** 2), scale: new Float64Array(SIDE ** 2).fill(255) };

/** Pictures of bright bars in the upper, the middle and the lower third of dim noise. */
function bars(count: number, seed: number) {
  const rng = createRng(seed);
  const labels = Uint8Array.from({ length: count }, () => rng.nextInt(CLASSES));
  const pixels = Uint8Array.from({ length: count * SIDE ** 2 }, (_, at) => {
    const label = labels[Math.floor(at / SIDE ** 2)]!;
    const row = Math.floor((at % SIDE ** 2) / SIDE);
    return Math.floor((row * CLASSES) / SIDE) === label ? 120 + rng.nextInt(136) : rng.nextInt(120);
  });
  return { x: { ...ndArray(pixels, [count, SIDE, SIDE]), scaling: fromZeroToOne }, y: labels };
}

const train = bars(120, 1);
const test = bars(60, 2);

/** Node and pages run these alike, as the parts of estimators are tested in Node alone. */
describe.each(estimators)('$name', ({ create }) => {
  it('recognises pictures that it has not seen', async () => {
    const model = await create({}).fit(train.x, train.y);
    expect([...model.classes]).toEqual([0, 1, 2]);
    expect(await model.score(test.x, test.y)).toBeGreaterThan(0.9);
    await model.dispose?.();
  });

  it('learns and answers the same on every number of threads, and from its file', async () => {
    await expectSameOnEveryPool(async (pool) => {
      const model = await create({}).fit(train.x, train.y, { pool, seed: 3 });
      const restored = await loadModel(await saveModel(model), { pool });
      const [answer, again] = [
        await model.predict(test.x, { pool }),
        await restored.predict(test.x, { pool }),
      ];
      expect(again).toEqual(answer);
      const shares = await model.predictProba?.(test.x, { pool });
      await model.dispose?.();
      await restored.dispose?.();
      return { answer, shares };
    });
  });
});
