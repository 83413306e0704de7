import { describe, expect, it } from 'vitest';
import { abandonedApiReports, staleApiReports } from '../src/api-reports.ts';

/** A change of the API is seen in review, as a change of `packages/*\/api`; `npm run api` makes it. */
describe('the API reports', () => {
  it('are those of what is built: `npm run api` renews them', () => {
    expect(staleApiReports(false)).toEqual([]);
  });

  it('are of entries that there are', () => {
    expect(abandonedApiReports()).toEqual([]);
  });
});
