import type { NearestPair } from '@fashion-mnist/kernels';
import type { LabelSuspect } from '@fashion-mnist/models';
import type { Dataset } from '../../data/dataset.ts';
import type { Answers } from './answers.ts';
import type { ListRow, Provenance } from './list-file.ts';

/** Where a list of a model's answers comes from. */
export function provenanceOf(dataset: Dataset, answers: Answers | undefined, method: string): Provenance {
  const origin = { dataset: dataset.entry.name, title: dataset.entry.title, method };
  const createdAt = new Date().toISOString();
  if (answers === undefined) return { ...origin, createdAt };
  const { model, unseen, ids } = answers;
  return { ...origin, model, unseen, examined: ids.length, createdAt };
}

export function answerRow(dataset: Dataset, answers: Answers, at: number): ListRow {
  const predicted = answers.predicted[at] ?? 0;
  return {
    ...imageColumns(dataset, answers.ids[at] ?? 0),
    ...labelColumns(dataset, answers.labels[at] ?? 0),
    predicted,
    predictedName: dataset.entry.classNames[predicted],
    probability: answers.confidence[at],
    margin: answers.margin[at],
  };
}

export function suspectRow(dataset: Dataset, answers: Answers, suspect: LabelSuspect): ListRow {
  return {
    ...imageColumns(dataset, answers.ids[suspect.sample] ?? 0),
    ...labelColumns(dataset, suspect.label),
    suggestion: suspect.suggestion,
    suggestionName: dataset.entry.classNames[suspect.suggestion],
    doubt: suspect.doubt,
    margin: suspect.margin,
    disagreement: suspect.disagreement,
  };
}

export function pairRow(dataset: Dataset, labels: Uint8Array, pair: NearestPair): ListRow {
  const columnsOf = (name: string, id: number) => {
    const columns = { ...imageColumns(dataset, id), ...labelColumns(dataset, labels[id] ?? 0) };
    return Object.entries(columns).map(([column, value]) => [`${name}_${column}`, value]);
  };
  return {
    ...Object.fromEntries([...columnsOf('first', pair.first), ...columnsOf('second', pair.second)]),
    distance: pair.distance,
    acrossSplits: isAcrossSplits(dataset, pair),
  };
}

/** Whether a test image stands among the training images, nearly the same. */
export function isAcrossSplits(dataset: Dataset, { first, second }: NearestPair): boolean {
  return dataset.splitOf(first) !== dataset.splitOf(second);
}

function imageColumns(dataset: Dataset, id: number) {
  const { split, first } = dataset.splitOf(id);
  return { id, split, index: id - first };
}

function labelColumns({ entry }: Dataset, label: number) {
  return { label, labelName: entry.classNames[label] };
}
