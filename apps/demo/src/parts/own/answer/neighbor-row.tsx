import type { JSX } from 'preact';
import type { Dataset } from '../../../data/dataset.ts';
import { ClassLabel } from '../../../ui/class-label.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Picture } from '../../../ui/picture.tsx';
import { showOnMap } from '../show-on-map.ts';
import type { FoundNeighbors } from './use-nearest.ts';

interface NeighborRowProps {
  readonly dataset: Dataset;
  readonly found: FoundNeighbors;
  readonly count: number;
}

/** The nearest images, each a way to it on the map. */
export function NeighborRow({ dataset, found, count }: NeighborRowProps): JSX.Element {
  const { classNames } = dataset.entry;
  const shown = found.ids.subarray(0, count);
  return (
    <ol class="neighbor-row">
      {Array.from(shown, (id, at) => {
        const label = found.labels[at] ?? 0;
        const className = classNames[label] ?? String(label);
        return (
          <li key={id}>
            <button
              type="button"
              class="neighbor"
              title={`Image ${formatCount(id)}, distance ${formatCount(Math.round(found.distances[at] ?? 0))}: show it on the map`}
              onClick={() => showOnMap(dataset, id)}
            >
              <Picture pixels={dataset.imageOf(id)} size={56} alt="" />
              <ClassLabel label={label} name={className} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}
