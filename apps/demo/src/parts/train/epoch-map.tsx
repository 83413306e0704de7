import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { Choice } from '../../ui/choice.tsx';
import { formatCount } from '../../ui/format.ts';
import type { EpochOutcome } from '../../work/training/training-job.ts';
import type { EpochStage } from './use-epoch-stage.ts';
import { useEpochViewer } from './use-epoch-viewer.ts';

interface EpochMapProps {
  readonly stage: EpochStage;
  readonly outcome: EpochOutcome;
  /** Held-out images with rings, by their index. */
  readonly marked: Uint32Array | undefined;
}

type Coloring = 'label' | 'answer';

const COLORINGS: readonly { readonly value: Coloring; readonly title: string }[] = [
  { value: 'label', title: 'Class' },
  { value: 'answer', title: 'Answer' },
];

/** Held-out images as the network sees them before its last layer. They move from epoch to epoch. */
export function EpochMap({ stage, outcome, marked }: EpochMapProps): JSX.Element {
  const coloring = useSignal<Coloring>('label');
  const { labels } = stage;
  const count = labels.length;
  const answers = useMemo(() => outcome.predicted.slice(0, count), [outcome, count]);
  const rings = useMemo(() => marked?.filter((image) => image < count), [marked, count]);
  const place = useEpochViewer(stage, {
    places: outcome.places,
    colors: coloring.value === 'label' ? labels : answers,
    marked: rings,
  });
  return (
    <figure>
      <figcaption>
        <span>
          What it sees <small>{formatCount(count)} held-out images</small>
        </span>
        <Choice
          legend="Colours of the map"
          value={coloring.value}
          options={COLORINGS}
          onChange={(value) => {
            coloring.value = value;
          }}
        />
      </figcaption>
      <div class="train-map" ref={place} />
      <p class="note">
        What is near each other looks alike to the network. Each map is turned so that points move as little
        as they can; distances between groups say little.
      </p>
    </figure>
  );
}
