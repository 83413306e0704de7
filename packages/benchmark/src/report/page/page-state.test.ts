import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPORT_COLUMNS } from '../report-columns.ts';
import { isShown, VIEWS } from '../views.ts';
import { formatState, INITIAL_STATE, orderBy, orderIn, type PageState, parseState } from './page-state.ts';

const state: fc.Arbitrary<PageState> = fc
  .record({
    view: fc.constantFrom(...VIEWS),
    order: fc.record({
      column: fc.constantFrom(...REPORT_COLUMNS.map(({ key }) => key)),
      isDescending: fc.boolean(),
    }),
    filter: fc.string({ unit: 'grapheme' }),
    hidden: fc.uniqueArray(fc.string({ unit: 'grapheme' })).map((names) => new Set(names)),
  })
  .map((some) => ({ ...some, order: orderIn(some.view, some.order) }));

describe('the state of the page', () => {
  it('is in the fragment of its address', () => {
    fc.assert(
      fc.property(state, (some) => {
        expect(parseState(`#${formatState(some)}`)).toEqual(some);
      }),
    );
  });

  it('leaves the address alone at first', () => {
    expect(formatState(INITIAL_STATE)).toBe('');
    expect(
      formatState({ ...INITIAL_STATE, view: 'mnist', order: orderIn('mnist', INITIAL_STATE.order) }),
    ).toBe('view=mnist');
  });

  it.each(['#', '#view=all&sort=-nothing', '#%', '#view=__proto__&sort=constructor'])(
    'is as at first where %j says nothing that it knows',
    (fragment) => {
      expect(parseState(fragment)).toEqual(INITIAL_STATE);
    },
  );

  it('never sorts by a column that is not shown', () => {
    fc.assert(
      fc.property(state, fc.constantFrom(...VIEWS), ({ order }, view) => {
        const column = REPORT_COLUMNS.find(({ key }) => key === orderIn(view, order).column);
        expect(column !== undefined && isShown(column, view)).toBe(true);
      }),
    );
  });

  it('keeps the figure that it sorts by in another view', () => {
    const order = { column: 'fashion-time', isDescending: false } as const;
    expect(orderIn('mnist', order)).toEqual({ column: 'mnist-time', isDescending: false });
    expect(orderIn('both', order)).toEqual(order);
    expect(orderIn('both', { column: 'mnist-memory', isDescending: false }).column).toBe('fashion-accuracy');
  });

  it('begins with the best of a column, and turns it round the second time', () => {
    const byTime = orderBy(INITIAL_STATE, 'fashion-time');
    expect(byTime).toEqual({ column: 'fashion-time', isDescending: false });
    expect(orderBy({ ...INITIAL_STATE, order: byTime }, 'fashion-time').isDescending).toBe(true);
    expect(orderBy(INITIAL_STATE, 'mnist-accuracy').isDescending).toBe(true);
  });
});
