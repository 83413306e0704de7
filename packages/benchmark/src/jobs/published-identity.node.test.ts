import { describeDataset, loadDataset } from '@fashion-mnist/dataset-fetch';
import { describe, expect, it } from 'vitest';
import { identifyDataset, publishedIdentity } from './dataset-identity.ts';

describe.skipIf(process.env['FASHION_MNIST_TEST_FASHION'] !== 'present')('publishedIdentity', () => {
  it('is that of Fashion-MNIST when it is loaded', async () => {
    const { train, test } = await loadDataset('fashion-mnist', { offline: true });
    expect(await identifyDataset(train, test)).toEqual(
      await publishedIdentity(describeDataset('fashion-mnist')),
    );
  });
});
