import * as idxFormat from '@fashion-mnist/idx-format';
import { expect, it } from 'vitest';

it('exports exactly the documented names', () => {
  expect(Object.keys(idxFormat).toSorted()).toEqual([
    'IdxFormatError',
    'encodeIdx',
    'gunzip',
    'isGzip',
    'openIdx',
    'parseIdx',
    'parseIdxGz',
    'readIdx',
    'writeIdx',
  ]);
});
