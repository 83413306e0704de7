import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Dataset } from '../../data/dataset.ts';
import { predictions } from '../../state/predictions.ts';
import { answersOf } from './answers.ts';
import { AnswersSection } from './answers-section.tsx';
import { Controls, type SplitChoice } from './controls.tsx';
import { DuplicatesSection } from './duplicates-section.tsx';
import { ImageDetails } from './image-details.tsx';
import { SuspectsSection } from './suspects-section.tsx';
import { useNeighborVote } from './use-neighbor-vote.ts';
import { usePromised } from './use-promised.ts';
import { VoteProgress } from './vote-progress.tsx';

interface ExaminationProps {
  readonly dataset: Dataset;
  readonly active: boolean;
}

/** All that is examined of a dataset. */
export function Examination({ dataset, active }: ExaminationProps): JSX.Element {
  const vote = useNeighborVote(dataset, active);
  const chosenModel = useSignal<string | undefined>(undefined);
  const split = useSignal<SplitChoice>('all');
  const opened = useSignal<number | undefined>(undefined);
  const labels = usePromised(() => dataset.labels(), [dataset], 'The labels could not be read');

  const own = predictions.value.filter((one) => one.dataset === dataset.entry.name);
  const models = [...new Set(own.map(({ model }) => model))];
  const model = models.includes(chosenModel.value ?? '') ? chosenModel.value : models.at(-1);
  const answers = useMemo(() => {
    const pieces = own.filter((one) => one.model === model);
    if (labels === undefined || pieces.length === 0) return undefined;
    return answersOf(pieces, {
      labels,
      classCount: dataset.entry.classNames.length,
      split: dataset.entry.splits.find((entry) => entry.split === split.value),
    });
  }, [predictions.value, labels, model, split.value, dataset]);
  const open = (id: number) => {
    opened.value = id;
  };

  return (
    <div class="errors">
      <header class="errors-head">
        <h2>Where models and labels disagree</h2>
        <p>
          A model that errs tells something about itself, about the picture, or about its label. Choose whose
          answers to examine.
        </p>
        <Controls
          dataset={dataset}
          models={models}
          model={model}
          onModel={(name) => (chosenModel.value = name)}
          split={split}
        />
        <VoteProgress dataset={dataset} vote={vote} />
      </header>
      {answers !== undefined && labels !== undefined && (
        <>
          <AnswersSection dataset={dataset} answers={answers} onOpen={open} />
          <SuspectsSection dataset={dataset} labels={labels} answers={answers} vote={vote} onOpen={open} />
        </>
      )}
      {labels !== undefined && (
        <>
          <DuplicatesSection dataset={dataset} labels={labels} vote={vote} onOpen={open} />
          <ImageDetails dataset={dataset} labels={labels} answers={answers} active={active} opened={opened} />
        </>
      )}
    </div>
  );
}
