import {
  type Check,
  exactly,
  isRecord,
  listOf,
  matching,
  numberIn,
  orNull,
  record,
  sha256,
  text,
  variants,
  wholeIn,
} from './check.ts';
import { accuracy, rowId } from './claim-schema.ts';
import { estimatorRecipe, networkRecipe } from './recipe-schema.ts';

const date: Check = matching(/^\d{4}-\d{2}-\d{2}$/, 'a date as 2026-11-29');
const seconds: Check = numberIn(0, Number.MAX_SAFE_INTEGER);

const figure = {
  dataset: record({
    name: text,
    train_images: sha256,
    train_labels: sha256,
    test_images: sha256,
    test_labels: sha256,
  }),
  accuracy,
  correct: wholeIn(0),
  count: wholeIn(1),
  interval: listOf(accuracy, 2, 2),
  per_class: listOf(record({ class: text, accuracy }), 1),
  predictions_sha256: sha256,
};

const runFigure = {
  ...figure,
  claimed: orNull(accuracy),
  verdict: orNull(matching(/^(agrees|exceeds|falls-short)$/, 'agrees, exceeds or falls-short')),
  fit_seconds: seconds,
  predict_seconds: seconds,
};

const trainedFigure = {
  ...runFigure,
  training: record({ epochs: wholeIn(1), parameters: wholeIn(1), backend: text, weights_sha256: sha256 }),
};

const run = {
  kind: exactly('run'),
  row: rowId,
  tolerance: accuracy,
  seed: wholeIn(0),
  machine: record({
    cpu: text,
    cores: wholeIn(1),
    memory_bytes: wholeIn(1),
    node: text,
    threads: wholeIn(1),
  }),
  package_version: text,
  commit: orNull(matching(/^[0-9a-f]{40}$/, 'a commit')),
  date,
};

const estimatorRun = record({ ...run, figures: listOf(record(runFigure), 1, 2), recipe: estimatorRecipe });
const networkRun = record({ ...run, figures: listOf(record(trainedFigure), 1, 2), recipe: networkRecipe });

const result: Check = variants('kind', {
  run: (value, path) => (isOfNetwork(value) ? networkRun : estimatorRun)(value, path),
  submission: record({
    kind: exactly('submission'),
    row: rowId,
    classifier: text,
    preprocessing: text,
    submitter: text,
    links: listOf(matching(/^https?:\/\/\S+$/, 'a web address'), 1),
    figures: listOf(record(figure), 1, 1),
    test_set_used_once: exactly(true),
    warnings: listOf(text),
    package_version: text,
    date,
  }),
});

function isOfNetwork(value: unknown): boolean {
  return isRecord(value) && isRecord(value['recipe']) && Object.hasOwn(value['recipe'], 'network');
}

/** What is wrong with a file of `leaderboard/results`. */
export function resultProblems(document: unknown, name = 'result'): readonly string[] {
  return result(document, name);
}
