import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { officialFiles } from './official-files.ts';

/** MD5 as the original README publishes them, SHA-256 as the sources of Keras pin them. */
const PUBLISHED = [
  {
    name: 'train-images-idx3-ubyte.gz',
    byteLength: 26_421_880,
    md5: '8d4fb7e6c68d591d4c3dfef9ec88bf0d',
    sha256: '3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84',
  },
  {
    name: 'train-labels-idx1-ubyte.gz',
    byteLength: 29_515,
    md5: '25c81989df183df01b3e8a0aad5dffbe',
    sha256: 'a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845',
  },
  {
    name: 't10k-images-idx3-ubyte.gz',
    byteLength: 4_422_102,
    md5: 'bef4ecab320f06d8554ea6380940ec79',
    sha256: '346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073',
  },
  {
    name: 't10k-labels-idx1-ubyte.gz',
    byteLength: 5148,
    md5: 'bb300cfdad3c16e7a12a480ee83cd310',
    sha256: '67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5',
  },
];

const files = await officialFiles();

describe.skipIf(files === undefined)('officialFiles', () => {
  it.each(PUBLISHED)('rebuilds the published $name', ({ name, byteLength, md5, sha256 }) => {
    const bytes = files?.get(name) ?? new Uint8Array(0);
    const digest = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex');
    expect({ byteLength: bytes.length, md5: digest('md5'), sha256: digest('sha256') }).toEqual({
      byteLength,
      md5,
      sha256,
    });
  });
});
