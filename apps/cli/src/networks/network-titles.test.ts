import { networks } from '@fashion-mnist/models/deep';
import { expect, it } from 'vitest';
import { NETWORK_TITLES } from './network-titles.ts';

it('lists every network, the leaderboard’s under their titles there', () => {
  const titles = Object.values(networks).map(({ name, title }) => [name, title]);
  const offered = [...NETWORK_TITLES].map(([name, title]) => [name, name === 'compact' ? name : title]);
  expect(offered.toSorted()).toEqual(titles.toSorted());
});
