import './place-map.css';
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { LayoutEntry } from '../../../data/data-index.ts';
import type { Dataset } from '../../../data/dataset.ts';
import type { FoundNeighbors } from '../answer/use-nearest.ts';
import type { Garment } from '../garments/garment.ts';
import { showOnMap } from '../show-on-map.ts';
import { useLatest } from '../use-latest.ts';
import type { FoundPlace } from './find-place.ts';
import { usePlace } from './use-place.ts';
import { useViewer } from './use-viewer.ts';

const chosenLayout = signal<string | undefined>(undefined);

interface PlaceMapProps {
  readonly dataset: Dataset;
  readonly garment: Garment;
  readonly found: FoundNeighbors | undefined;
}

/** Where a garment is among the images of the dataset. */
export function PlaceMap({ dataset, garment, found }: PlaceMapProps): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  const layouts = dataset.layouts.value;
  const layout =
    layouts.find(({ id }) => id === chosenLayout.value) ??
    layouts.find(({ method }) => method === 'umap') ??
    layouts[0];
  const { pixels } = garment.conversion;
  const place = usePlace(dataset, layout, pixels, found);
  const positions = useLatest(
    layout && (() => dataset.positions(layout)),
    [layout],
    'The map did not arrive',
  );
  const viewer = useViewer(container, dataset, 'Map with your garment');

  useEffect(() => {
    if (positions !== undefined) viewer?.setLayout({ positions });
  }, [viewer, positions]);
  useEffect(() => {
    viewer?.setGuests(place === undefined ? [] : [{ ...place, image: pixels, name: garment.name }]);
  }, [viewer, positions, place]);
  useEffect(() => viewer?.mark(place?.neighborIds ?? new Uint32Array()), [viewer, place]);
  useEffect(() => viewer?.on('open', ({ id }) => showOnMap(dataset, id)), [viewer]);

  return (
    <section class="place-map" aria-label="Its place on the map">
      <div class="place-head">
        <h3>Its place on the map</h3>
        {layouts.length > 1 && <LayoutChoice layouts={layouts} value={layout?.id} />}
      </div>
      <div ref={container} class="place-view" data-testid="place-view" data-place={place?.by} />
      <p class="note">{layout === undefined ? 'There is no map yet.' : describePlace(place, found)}</p>
    </section>
  );
}

function LayoutChoice({
  layouts,
  value,
}: {
  readonly layouts: readonly LayoutEntry[];
  readonly value: string | undefined;
}): JSX.Element {
  return (
    <label class="place-layout">
      <span class="visually-hidden">Map</span>
      <select
        value={value}
        onChange={({ currentTarget }) => {
          chosenLayout.value = currentTarget.value;
        }}
      >
        {layouts.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function describePlace(place: FoundPlace | undefined, found: FoundNeighbors | undefined): string {
  if (found === undefined) return 'It has a place once its neighbours are known.';
  if (place === undefined) return 'None of its neighbours is on this map, so it has no place here.';
  const rings = `Rings mark the ${place.neighborIds.length} nearest images on this map.`;
  return place.by === 'transform'
    ? `The map was computed in this page and places your garment itself, by its transform. ${rings}`
    : `It is in the mean of its nearest neighbours, weighted by nearness, where UMAP’s transform starts. ${rings}`;
}
