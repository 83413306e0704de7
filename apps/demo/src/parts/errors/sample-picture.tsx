import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Dataset } from '../../data/dataset.ts';
import { Picture } from '../../ui/picture.tsx';

interface SamplePictureProps {
  readonly dataset: Dataset;
  readonly id: number;
  readonly size: number;
  readonly alt: string;
}

/** An image of a dataset, as soon as it has arrived. */
export function SamplePicture({ dataset, id, size, alt }: SamplePictureProps): JSX.Element {
  const hasArrived = dataset.imageCount.value > 0 && dataset.hasImage(id);
  const pixels = useMemo(() => (hasArrived ? dataset.imageOf(id) : undefined), [dataset, id, hasArrived]);
  const [height, width] = dataset.entry.imageShape;
  return <Picture pixels={pixels} width={width} height={height} size={size} alt={alt} />;
}
