import { expect, it } from 'vitest';
import { rewriteQuery, route } from './route.ts';

it('follows what a reader puts into the address, even if it is rewritten in the same moment', async () => {
  location.hash = '#/map?data=mnist';
  rewriteQuery(new URLSearchParams({ data: 'fashion-mnist' }));
  await expect.poll(() => route.value.query.get('data')).toBe('mnist');
});
