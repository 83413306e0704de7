import { expect, it } from 'vitest';
import { GaussianNB } from '../naive-bayes/gaussian-nb.ts';
import { loadModel } from './load-model.ts';
import { saveModel } from './save-model.ts';

it('loads from a Buffer, whose slices share its memory', async () => {
  const x = { data: Uint8Array.of(0, 10, 20, 0, 250, 240, 230, 255), shape: [4, 2] };
  const model = await new GaussianNB().fit(x, Uint8Array.of(3, 3, 7, 7));
  const file = Buffer.from(await saveModel(model));
  expect((await loadModel(file)).state()).toEqual(model.state());
});
