import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { select } from '../../state/selection.ts';
import { formatCount, formatShare } from '../../ui/format.ts';
import type { EpochOutcome } from '../../work/training/training-job.ts';
import { ConfusionTable } from './confusion-table.tsx';
import { type ConfusionCell, countConfusions, imagesInCell } from './count-confusions.ts';
import { EpochMap } from './epoch-map.tsx';
import { EpochSlider } from './epoch-slider.tsx';
import type { TrainingGround, TrainingModel } from './training-model.ts';
import { type EpochStage, useEpochStage, useStagePlace } from './use-epoch-stage.ts';

interface OutcomeProps {
  readonly model: TrainingModel;
  readonly ground: TrainingGround;
  readonly stage: EpochStage;
  readonly outcome: EpochOutcome;
}

/** What the network made of the held-out images after an epoch: the latest, or one that the reader goes back to. */
export function EpochView({ model }: { readonly model: TrainingModel }): JSX.Element | null {
  const ground = model.ground.value;
  const outcome = model.record.shown.value;
  const stage = useEpochStage(ground);
  if (ground === undefined || stage === undefined) return null;
  if (outcome === undefined) return <ExpectedMap stage={stage} />;
  return <Outcome model={model} ground={ground} stage={stage} outcome={outcome} />;
}

/** Keeps the map where it will be seen, at its size: to give it another one later would be felt while a network trains. */
function ExpectedMap({ stage }: { readonly stage: EpochStage }): JSX.Element {
  const place = useStagePlace(stage);
  return (
    <section class="train-epoch train-epoch-expected" aria-hidden="true" inert>
      <div class="train-map" ref={place} />
    </section>
  );
}

function Outcome({ model, ground, stage, outcome }: OutcomeProps): JSX.Element {
  const { heldOutLabels: labels } = ground;
  const chosen = useSignal<ConfusionCell | undefined>(undefined);
  const { classNames, name } = ground.dataset.entry;
  const { heldOut } = ground.split;
  const confusions = useMemo(
    () => countConfusions(labels, outcome.predicted, classNames.length),
    [labels, outcome],
  );
  const cell = chosen.value;
  const marked = useMemo(
    () => (cell ? imagesInCell(labels, outcome.predicted, cell) : undefined),
    [labels, outcome, cell],
  );

  function choose(next: ConfusionCell | undefined): void {
    chosen.value = next;
    if (next === undefined) return;
    const images = imagesInCell(labels, outcome.predicted, next);
    select(
      name,
      images.map((image) => heldOut.first + image),
    );
  }

  return (
    <section class="train-epoch" aria-label="After an epoch">
      <EpochSlider record={model.record} />
      <figure>
        <figcaption>
          Confusions <small>rows are classes, columns what they are taken for</small>
        </figcaption>
        <ConfusionTable confusions={confusions} classNames={classNames} chosen={cell} onChoose={choose} />
        <p class="note" data-testid="train-score">
          {formatShare(outcome.heldOut.accuracy)} of {formatCount(labels.length)} held-out images right.{' '}
          {cell === undefined || marked === undefined
            ? 'Choose a number to see its images on the map, and in the other parts.'
            : `${formatCount(marked.length)} selected.`}
        </p>
      </figure>
      <EpochMap stage={stage} outcome={outcome} marked={marked} />
    </section>
  );
}
