import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { Chart } from '../../charts/chart.tsx';
import { formatShare } from '../../ui/format.ts';
import { curvePlot } from './curve-plot.ts';
import type { TrainingModel } from './training-model.ts';

/** Loss and accuracy as they change, of images that are learned from and of images that are held out. */
export function LearningCurves({ model }: { readonly model: TrainingModel }): JSX.Element | null {
  const curve = model.record.curve.value;
  const outcomes = model.record.outcomes.value;
  const lastEpoch = model.lastEpoch.value;
  const heldOut = useMemo(
    () => outcomes.map(({ epoch, heldOut: score }) => ({ epoch, ...score })),
    [outcomes],
  );
  const loss = useMemo(() => curvePlot('loss', { curve, heldOut, lastEpoch }), [curve, heldOut, lastEpoch]);
  const accuracy = useMemo(
    () => curvePlot('accuracy', { curve, heldOut, lastEpoch }),
    [curve, heldOut, lastEpoch],
  );
  const last = heldOut.at(-1);
  if (curve.length === 0 && last === undefined) return null;
  const told = last && `of held-out images ${last.loss.toFixed(3)} and ${formatShare(last.accuracy)}`;
  return (
    <section class="train-curves" aria-label="Learning curves">
      <figure>
        <figcaption>
          Loss <small>cross-entropy: 0 would be certain and right</small>
        </figcaption>
        <Chart label={`Loss by epochs, ${told ?? 'of training images'}`} plot={loss} />
      </figure>
      <figure>
        <figcaption>
          Accuracy <small>share of images that it names rightly</small>
        </figcaption>
        <Chart label={`Accuracy by epochs, ${told ?? 'of training images'}`} plot={accuracy} />
      </figure>
      <p class="train-key note">
        <span class="train-key-line" aria-hidden="true" /> batches it learns from
        <span class="train-key-dots" aria-hidden="true" /> held-out images
      </p>
    </section>
  );
}
