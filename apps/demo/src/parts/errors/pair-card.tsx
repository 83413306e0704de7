import type { NearestPair } from '@fashion-mnist/kernels';
import type { JSX } from 'preact';
import type { Dataset } from '../../data/dataset.ts';
import { ClassLabel } from '../../ui/class-label.tsx';
import { isAcrossSplits } from './list-rows.ts';
import { SamplePicture } from './sample-picture.tsx';

interface PairCardProps {
  readonly dataset: Dataset;
  readonly labels: Uint8Array;
  readonly pair: NearestPair;
  readonly onOpen: (id: number) => void;
}

/** Two images side by side, with their labels, and how far apart they are. Each opens its details. */
export function PairCard({ dataset, labels, pair, onOpen }: PairCardProps): JSX.Element {
  const { classNames, imageShape } = dataset.entry;
  const level = pair.distance / Math.sqrt(imageShape[0] * imageShape[1]);
  const [label, other] = [labels[pair.first] ?? 0, labels[pair.second] ?? 0];
  return (
    <div class="pair-card">
      <div class="pair-card-pictures">
        {[pair.first, pair.second].map((id) => (
          <button key={id} type="button" class="pair-card-picture" onClick={() => onOpen(id)}>
            <SamplePicture
              dataset={dataset}
              id={id}
              size={56}
              alt={`Image ${id}, ${dataset.splitOf(id).split}`}
            />
          </button>
        ))}
      </div>
      <span class="image-card-classes">
        <ClassLabel label={label} name={classNames[label] ?? ''} />
        {other !== label && (
          <span class="image-card-other">
            <ClassLabel label={other} name={classNames[other] ?? ''} />
          </span>
        )}
        <small>
          {pair.distance === 0 ? 'identical' : `${level.toFixed(1)} levels`}
          {isAcrossSplits(dataset, pair) && <em>leakage</em>}
        </small>
      </span>
    </div>
  );
}
