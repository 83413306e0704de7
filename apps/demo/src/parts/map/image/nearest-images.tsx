import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Dataset } from '../../../data/dataset.ts';
import { features } from '../../../state/features.ts';
import { reasonOf } from '../../../state/notices.ts';
import { select } from '../../../state/selection.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Picture } from '../../../ui/picture.tsx';
import { nearestTo } from '../../../work/neighbors/neighbors-client.ts';
import { openImage } from '../model/opened.ts';
import { paneOf } from '../model/panes.ts';

type Space = 'pixels' | 'features';

/** As many as fill two rows. */
const NEIGHBORS = 12;

interface NearestImagesProps {
  readonly dataset: Dataset;
  readonly id: number;
  readonly isThere: boolean;
  readonly labels: Uint8Array | undefined;
}

/** The images that are most like one, which get rings on the map. */
export function NearestImages({ dataset, id, isThere, labels }: NearestImagesProps): JSX.Element {
  const space = useSignal<Space>('pixels');
  const found = useSignal<Uint32Array | undefined>(undefined);
  const trouble = useSignal<string | undefined>(undefined);
  const { name } = dataset.entry;
  const hasFeatures = knowsFeatures(name, id);
  useEffect(() => {
    paneOf(name).marks.value = Uint32Array.of(id);
    if (!isThere) return;
    const stop = new AbortController();
    const { signal } = stop;
    void (async () => {
      try {
        const { ids } = await nearestTo(dataset, { id }, { k: NEIGHBORS, space: space.value, signal });
        if (signal.aborted) return;
        trouble.value = undefined;
        found.value = ids;
        paneOf(name).marks.value = Uint32Array.of(id, ...ids);
      } catch (error) {
        if (!signal.aborted) trouble.value = reasonOf(error);
      }
    })();
    return () => stop.abort();
  }, [dataset, id, isThere, space.value]);
  return (
    <section class="nearest" aria-label="Nearest neighbours">
      <header class="panel-heading">
        <h3>Most like it</h3>
        {hasFeatures && (
          <Choice
            legend="Compared by"
            options={[
              { value: 'pixels', title: 'Pixels' },
              { value: 'features', title: 'Network' },
            ]}
            value={space.value}
            onChange={(value) => (space.value = value)}
          />
        )}
      </header>
      {trouble.value !== undefined && <p role="alert">{trouble.value}</p>}
      {found.value === undefined && trouble.value === undefined && (
        <p class="note">{isThere ? 'Searching…' : 'Its picture has not arrived yet.'}</p>
      )}
      {found.value !== undefined && (
        <NeighborList dataset={dataset} ids={found.value} labels={labels} label={labels?.[id]} />
      )}
    </section>
  );
}

interface NeighborListProps {
  readonly dataset: Dataset;
  readonly ids: Uint32Array;
  readonly labels: Uint8Array | undefined;
  /** Of the image that they are neighbours of. */
  readonly label: number | undefined;
}

function NeighborList({ dataset, ids, labels, label }: NeighborListProps): JSX.Element {
  const { name, classNames, imageShape } = dataset.entry;
  const [height, width] = imageShape;
  const sameCount = ids.reduce((count, id) => count + (labels?.[id] === label ? 1 : 0), 0);
  return (
    <>
      <ol class="neighbors">
        {Array.from(ids, (id) => {
          const own = labels?.[id] ?? 0;
          const text = `${classNames[own] ?? ''}, image ${id}`;
          return (
            <li key={id} class={own === label ? '' : 'neighbor-other'}>
              <button
                type="button"
                title={text}
                aria-label={text}
                onClick={() => openImage({ dataset: name, id })}
              >
                <Picture pixels={dataset.imageOf(id)} width={width} height={height} size={44} alt="" />
              </button>
            </li>
          );
        })}
      </ol>
      <p class="note">
        {sameCount} of {ids.length} share its label; the others are underlined. All have rings on the map.
      </p>
      <div>
        <button type="button" class="button" onClick={() => select(name, ids)}>
          Select them
        </button>
      </div>
    </>
  );
}

function knowsFeatures(name: string, id: number): boolean {
  const known = features.value;
  return known?.dataset === name && id >= known.first && id < known.first + known.count;
}
