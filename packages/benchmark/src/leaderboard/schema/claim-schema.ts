import {
  type Check,
  exactly,
  listOf,
  matching,
  numberIn,
  orNull,
  record,
  text,
  variants,
  wholeIn,
} from './check.ts';

export const rowId: Check = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id as hog-svm');

export const accuracy: Check = numberIn(0, 1);

/** A web address, or a path of the original repository. */
const link: Check = matching(/^(https?:\/)?\/\S+$/, 'a web address');

const facts = {
  id: rowId,
  classifier: text,
  preprocessing: text,
  fashion: accuracy,
  mnist: orNull(accuracy),
  submitter: text,
  links: listOf(link),
};

const row: Check = variants('status', {
  verified: record({
    ...facts,
    status: exactly('verified'),
    results: listOf(matching(/^[a-z0-9-]+\.json$/, 'the name of a file'), 1, 2),
    verified_fashion: accuracy,
    verified_mnist: orNull(accuracy),
  }),
  runnable: record({ ...facts, status: exactly('runnable'), minutes: wholeIn(1), note: orNull(text) }),
  planned: record({
    ...facts,
    status: exactly('planned'),
    needs: text,
    minutes: orNull(wholeIn(1)),
    note: orNull(text),
  }),
  'not-reproducible': record({ ...facts, status: exactly('not-reproducible'), reason: text }),
  constant: record({ ...facts, status: exactly('constant'), reason: text }),
});

/** What is wrong with the document of all claims. */
export function claimProblems(document: unknown): readonly string[] {
  return record({ source: text, rows: listOf(row, 1) })(document, 'claims');
}
