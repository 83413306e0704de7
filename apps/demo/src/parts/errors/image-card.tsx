import type { JSX } from 'preact';
import type { Dataset } from '../../data/dataset.ts';
import { ClassLabel } from '../../ui/class-label.tsx';
import { SamplePicture } from './sample-picture.tsx';

interface ImageCardProps {
  readonly dataset: Dataset;
  readonly id: number;
  readonly label: number;
  /** What it is taken for, or what it might be. */
  readonly other: number;
  readonly note: string;
  readonly onOpen: (id: number) => void;
}

/** An image, its label, and another class. Opens its details. */
export function ImageCard({ dataset, id, label, other, note, onOpen }: ImageCardProps): JSX.Element {
  const names = dataset.entry.classNames;
  return (
    <button type="button" class="image-card" onClick={() => onOpen(id)}>
      <SamplePicture dataset={dataset} id={id} size={56} alt={`Image ${id}`} />
      <span class="image-card-classes">
        <ClassLabel label={label} name={names[label] ?? ''} />
        {other !== label && (
          <span class="image-card-other">
            <span class="visually-hidden">, taken for </span>
            <ClassLabel label={other} name={names[other] ?? ''} />
          </span>
        )}
        <small>{note}</small>
      </span>
    </button>
  );
}
