import './compete.css';
import '../../ui/figures.css';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Dataset } from '../../data/dataset.ts';
import type { PartProps } from '../../part.ts';
import { datasetNamed, datasets } from '../../state/datasets.ts';
import { notifyError } from '../../state/notices.ts';
import { Competition } from './competition.tsx';

const DATASET = 'fashion-mnist';

/** The reader labels test images, and sees how people and models do. */
export function CompetePart({ active }: PartProps): JSX.Element {
  const dataset = datasetNamed(DATASET);
  const labels = useSignal<Uint8Array | undefined>(undefined);
  useEffect(() => {
    if (dataset !== undefined) void load(dataset);
  }, [dataset]);

  async function load(opened: Dataset): Promise<void> {
    opened.loadImages().catch((error: unknown) => notifyError(error, 'The images could not be loaded'));
    try {
      labels.value = await opened.labels();
    } catch (error) {
      notifyError(error, 'The labels could not be loaded');
    }
  }

  const test = dataset?.entry.splits.find(({ split }) => split === 'test');
  const isMissing = datasets.value !== undefined && test === undefined;
  return (
    <div class="compete" hidden={!active}>
      {isMissing ? (
        <p class="note">
          The server does not have the test images of Fashion-MNIST, which this part is about.
        </p>
      ) : dataset === undefined || test === undefined || labels.value === undefined ? (
        <p class="note">Loading the test images…</p>
      ) : (
        <Competition
          active={active}
          dataset={dataset}
          test={test}
          labels={labels.value.subarray(test.first, test.first + test.count)}
        />
      )}
    </div>
  );
}
