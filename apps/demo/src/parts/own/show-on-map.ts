import type { Dataset } from '../../data/dataset.ts';
import { navigate } from '../../state/route.ts';
import { select } from '../../state/selection.ts';

/** Goes to the map with one image selected. */
export function showOnMap({ entry }: Dataset, id: number): void {
  select(entry.name, [id]);
  navigate('map');
}
