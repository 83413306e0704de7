import './map-pane.css';
import type { JSX } from 'preact';
import type { Dataset } from '../../../data/dataset.ts';
import { formatCount } from '../../../ui/format.ts';
import { shown } from '../model/view.ts';
import { HoverCard } from './hover-card.tsx';
import { type MapPhase, useMap } from './use-map.ts';

/** One map, with what is said over it. */
export function MapPane({ dataset }: { readonly dataset: Dataset }): JSX.Element {
  const { container, phase, retry } = useMap(dataset);
  const { name, title } = dataset.entry;
  return (
    <section class="map-pane" aria-label={title} data-testid={`pane-${name}`}>
      <div class="map-ground" ref={container} onTouchEnd={keepClickAway} />
      {shown.value.length > 1 && <h2 class="map-title">{title}</h2>}
      <MapState phase={phase.value} retry={retry} />
      <HoverCard dataset={dataset} />
      <PictureProgress dataset={dataset} />
    </section>
  );
}

/** A tap opens the sheet; the click that follows a tap would hit what has come under the finger. */
function keepClickAway(event: TouchEvent): void {
  if (event.cancelable) event.preventDefault();
}

function MapState({ phase, retry }: { readonly phase: MapPhase; readonly retry: () => void }): JSX.Element {
  return (
    <div class="map-state" role="status">
      {phase.name === 'loading' && <p>Loading the map…</p>}
      {phase.name === 'lost' && (
        <p>The graphics device has been taken away. The map comes back by itself when it is returned.</p>
      )}
      {phase.name === 'failed' && (
        <>
          <p>{phase.text}</p>
          <button type="button" class="button" onClick={retry}>
            Try again
          </button>
        </>
      )}
    </div>
  );
}

/** A quiet line for as long as pictures come. */
function PictureProgress({ dataset }: { readonly dataset: Dataset }): JSX.Element | null {
  const { count } = dataset;
  const arrived = dataset.imageCount.value;
  if (arrived === 0 || arrived === count) return null;
  return (
    <div class="picture-progress">
      <progress max={count} value={arrived} aria-label={`Pictures of ${dataset.entry.title}`} />
      <small>
        {formatCount(arrived)} of {formatCount(count)} pictures
      </small>
    </div>
  );
}
