import type { JSX } from 'preact';
import type { Dataset } from '../../data/dataset.ts';
import { navigate } from '../../state/route.ts';
import { select } from '../../state/selection.ts';

interface ShowOnMapProps {
  readonly dataset: Dataset;
  readonly ids: () => Iterable<number>;
  readonly isEmpty: boolean;
}

/** Selects images and goes where they can be seen among the others. */
export function ShowOnMap({ dataset, ids, isEmpty }: ShowOnMapProps): JSX.Element {
  return (
    <button
      type="button"
      class="button"
      disabled={isEmpty}
      onClick={() => {
        select(dataset.entry.name, ids());
        navigate('map');
      }}
    >
      Show on the map
    </button>
  );
}
