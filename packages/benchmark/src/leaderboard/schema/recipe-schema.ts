import {
  anyRecord,
  type Check,
  expecting,
  flag,
  isRecord,
  listOf,
  matching,
  numberIn,
  orNull,
  record,
  text,
  wholeIn,
} from './check.ts';
import { rowId } from './claim-schema.ts';

const about = { row: rowId, seed: wholeIn(0), chosen: text };

export const estimatorRecipe: Check = record({
  ...about,
  hog: orNull(
    record({
      signed: flag,
      interpolation: matching(/^(none|linear)$/, 'none or linear'),
      epsilon: numberIn(0, 255),
    }),
  ),
  scale: flag,
  pca: orNull(wholeIn(1)),
  estimator: text,
  options: anyRecord,
});

/** Something with options of its own, told from others of its kind by a member. */
function named(tag: string): Check {
  return expecting(
    `an object with a ${tag}`,
    (value) => isRecord(value) && typeof value[tag] === 'string' && value[tag] !== '',
  );
}

const steps = listOf(named('operation'));
const pipeline: Check = (value, path) =>
  record(isRecord(value) && 'name' in value ? { name: text, steps } : { steps })(value, path);

export const networkRecipe: Check = record({
  ...about,
  network: text,
  pipelines: record({ train: pipeline, judged: pipeline }),
  batchSize: wholeIn(1),
  epochs: wholeIn(1),
  loss: named('kind'),
  optimizer: named('kind'),
  schedule: named('kind'),
  gradientClipping: orNull(numberIn(0, Number.MAX_VALUE)),
  average: orNull(numberIn(0, 1)),
  flips: flag,
  deviations: listOf(text),
});
