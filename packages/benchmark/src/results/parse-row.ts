import type { Parameters, ParameterValue } from '../configuration.ts';
import {
  type Check,
  fields,
  hexadecimal,
  listOf,
  nullable,
  number,
  oneOf,
  orMissing,
  record,
  text,
  unexpected,
  wholeNumber,
} from './fields.ts';
import type { Provenance, ResultRow } from './result-row.ts';

const DEEPEST_PARAMETER = 8;

const parameterValue =
  (depth: number): Check<ParameterValue> =>
  (value, path) => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return number()(value, path);
    if (Array.isArray(value) && depth < DEEPEST_PARAMETER)
      return listOf(parameterValue(depth + 1))(value, path);
    throw unexpected(path, 'a text, a number, true, false, null or a list of these', value);
  };

export const parameters: Check<Parameters> = (value, path) => {
  const entries = [...fields(value, path)];
  return Object.fromEntries(
    entries.map(([name, entry]) => {
      if (name === '__proto__') throw unexpected(path, 'names of parameters', name);
      return [name, parameterValue(0)(entry, `${path}.${name}`)];
    }),
  );
};

const sampleCount = nullable(wholeNumber());

export const jobIdentity: Check<NonNullable<ResultRow['job']>> = record({
  id: hexadecimal(64),
  defaults: parameters,
  dataset: record({ name: text, sha256: hexadecimal(64) }),
  samples: record({ train: sampleCount, test: sampleCount }),
  preprocessing: oneOf('standard', 'none'),
  repeat: wholeNumber(),
  seed: wholeNumber(),
  packageVersion: text,
});

const provenance = record<Provenance>({
  fit_seconds: number(0),
  predict_seconds: number(0),
  cpu_seconds: orMissing(number(0)),
  peak_bytes: wholeNumber(),
  predictions_sha256: hexadecimal(64),
  same_fit_as: orMissing(hexadecimal(64)),
  threads: wholeNumber(1),
  cpu: text,
  cores: wholeNumber(1),
  memory_bytes: wholeNumber(),
  node: text,
  commit: nullable(text),
});

const share = number(0, 1);

const originalRow = {
  name: text,
  parameter: parameters,
  score: listOf(share),
  mean_accuracy: nullable(share),
  std_accuracy: nullable(number(0, 1)),
  time_per_repeat: nullable(number(0)),
  num_repeat: wholeNumber(),
  start_time: number(),
  done_time: number(),
};

const rowOfOriginal = record<Omit<ResultRow, 'status' | 'reason' | 'job' | 'provenance'>>(originalRow);

const ownRow = record<ResultRow>({
  ...originalRow,
  status: oneOf('done', 'invalid', 'refused', 'timed-out', 'failed'),
  reason: nullable(text),
  job: nullable(jobIdentity),
  provenance: nullable(provenance),
});

/** A row, ours or one of the original. */
export const parseRow: Check<ResultRow> = (value, path) => {
  const found = fields(value, path);
  const isOwn = found.has('status') || found.has('job');
  const row: ResultRow = isOwn
    ? ownRow(value, path)
    : { ...rowOfOriginal(value, path), status: 'done', reason: null, job: null, provenance: null };
  requireScores(row);
  return row;
};

function requireScores({ status, score, num_repeat, mean_accuracy, std_accuracy }: ResultRow): void {
  if (score.length !== num_repeat) throw unexpected('num_repeat', `${score.length}, as scores`, num_repeat);
  if (status !== 'done') {
    if (score.length > 0) throw unexpected('score', `no score of a job that is ${status}`, score);
    return;
  }
  if (score.length === 0) throw unexpected('score', 'a score of a job that is done', 'none');
  if (mean_accuracy === null) throw unexpected('mean_accuracy', 'a number of a job that is done', null);
  if (std_accuracy === null) throw unexpected('std_accuracy', 'a number of a job that is done', null);
}
