import { afterEach, expect, it, vi } from 'vitest';
import { drawParameter } from '../initializers/draw-parameter.ts';
import { tinyNetworks, valuesOf } from '../testing/train-tiny.ts';
import { useCpu } from '../testing/use-cpu.ts';
import { loadNetwork } from './load-network.ts';
import { saveNetwork } from './save-network.ts';

vi.mock('../initializers/draw-parameter.ts', { spy: true });
/** Other test files have imported what is watched here. */
vi.hoisted(() => vi.resetModules());

useCpu();
const networks = tinyNetworks();
afterEach(() => networks.freeAll());

it('loads parameters without drawing any before, which takes longer than to read them', async () => {
  const network = networks.make();
  const file = await saveNetwork(network);
  expect(drawParameter).toHaveBeenCalled();
  vi.mocked(drawParameter).mockClear();
  const loaded = await loadNetwork(file);
  expect(valuesOf(loaded)).toEqual(valuesOf(network));
  expect(drawParameter).not.toHaveBeenCalled();
  loaded.dispose();
});
