import type { Split } from '@fashion-mnist/core';
import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';

/** The shape of the images of a split as they are loaded, by the definition. */
export function splitShape(
  { files, pixelOrder }: DatasetDefinition,
  split: Split,
): readonly [count: number, height: number, width: number] {
  const file = files.find((other) => other.split === split && other.content === 'images');
  if (file === undefined) throw new RangeError(`expected a split of the dataset, got ${split}`);
  const [stored = 0, rows = 0, columns = 0] = file.shape;
  const count = file.slice === undefined ? stored : file.slice.end - file.slice.start;
  return pixelOrder === 'column-major' ? [count, columns, rows] : [count, rows, columns];
}
