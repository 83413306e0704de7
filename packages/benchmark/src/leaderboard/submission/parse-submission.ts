import { BenchmarkError } from '../../errors.ts';
import { anyRecord, type Check, expecting, isRecord, listOf, record, text } from '../schema/check.ts';
import type { Submission } from './submission.ts';

const MEMBERS = ['classifier', 'preprocessing', 'submitter', 'code', 'dataset', 'labels', 'testSetUsedOnce'];

/** A whole number; whether it is a label is seen when it is judged. */
const label: Check = expecting('a whole number', Number.isSafeInteger);

const schema: Check = record({
  classifier: optional(text),
  preprocessing: optional(text),
  submitter: optional(text),
  code: optional((value, path) => (Array.isArray(value) ? listOf(text)(value, path) : text(value, path))),
  dataset: optional(text),
  labels: optional(firstProblem(listOf(label))),
  testSetUsedOnce: optional(expecting('true or false', (value) => typeof value === 'boolean')),
});

/**
 * What a JSON document hands in. Members that are left out are undefined: `code` is one web address or a list of them,
 * `testSetUsedOnce` the statement that the test images chose nothing.
 *
 * @throws {BenchmarkError} `E_LEADERBOARD` - it is no JSON, or has other members or types; all that is wrong is said.
 */
export function parseSubmission(json: string): Partial<Submission> {
  const document = parseJson(json);
  const problems = [
    ...anyRecord(document, 'submission'),
    ...(isRecord(document) ? schema(document, 'submission') : []),
  ];
  if (problems.length > 0 || !isRecord(document))
    throw new BenchmarkError(
      'E_LEADERBOARD',
      `${problems.join('\n')}\nits members are ${MEMBERS.join(', ')}`,
    );
  const { code, ...others } = document;
  const links = code === undefined ? {} : { links: Array.isArray(code) ? code : [code] };
  return { ...others, ...links };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new BenchmarkError('E_LEADERBOARD', 'expected a JSON document of a submission', { cause });
  }
}

function optional(check: Check): Check {
  return (value, path) => (value === undefined ? [] : check(value, path));
}

/** One of ten thousand wrong labels is enough to say. */
function firstProblem(check: Check): Check {
  return (value, path) => check(value, path).slice(0, 1);
}
