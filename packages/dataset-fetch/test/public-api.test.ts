import { expect, it } from 'vitest';

const EVERYWHERE = [
  'DataSet',
  'DatasetFetchError',
  'batches',
  'defineDataset',
  'describeDataset',
  'listDatasets',
  'loadDataset',
  'parseDefinition',
  'takeSamples',
  'toDataSets',
  'validationSplit',
];
const IN_NODE = [
  'defaultCacheDirectory',
  'fetchDataset',
  'holdLock',
  'publishFile',
  'readDataSets',
  'verifyDataset',
];

const isNode = 'process' in globalThis && 'versions' in process;

it('exports exactly the documented names', async () => {
  const names = Object.keys(await import('@fashion-mnist/dataset-fetch'));
  expect(names.toSorted()).toEqual([...EVERYWHERE, ...(isNode ? IN_NODE : [])].toSorted());
});
