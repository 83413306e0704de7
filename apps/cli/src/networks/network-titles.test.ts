import { networks } from '@fashion-mnist/models/deep';
import { expect, it } from 'vitest';
import { NETWORK_TITLES } from './network-titles.ts';

it('lists every network, those of the leaderboard under their titles there', () => {
  const { compact, ...others } = networks;
  const { compact: own, ...offered } = Object.fromEntries(NETWORK_TITLES);
  expect([compact?.name, typeof own]).toEqual(['compact', 'string']);
  expect(offered).toEqual(Object.fromEntries(Object.values(others).map(({ name, title }) => [name, title])));
});
