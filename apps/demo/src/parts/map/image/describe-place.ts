import type { Dataset } from '../../../data/dataset.ts';
import { formatCount } from '../../../ui/format.ts';

/** `test image 1,234`: where in the published files an image stands, from 0. */
export function describePlace(dataset: Dataset, id: number): string {
  const { split, first } = dataset.splitOf(id);
  return `${split === 'train' ? 'training' : 'test'} image ${formatCount(id - first)}`;
}
