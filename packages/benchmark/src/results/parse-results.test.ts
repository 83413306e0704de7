import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseResults } from './parse-results.ts';
import type { ResultRow } from './result-row.ts';
import { anyDoneRow, anyFailedRow, anyJob } from './testing/rows.ts';

/** As benchmark/runner.py of the original writes it: `json.dumps(test_info, sort_keys=True)`. */
const ORIGINAL =
  '{"done_time": 1503659040, "mean_accuracy": 0.852, "name": "KNeighborsClassifier", "num_repeat": 2, ' +
  '"parameter": {"n_neighbors": 5, "p": 1, "weights": "distance"}, "score": [0.8517, 0.8523], ' +
  '"start_time": 1503656240, "std_accuracy": 0.0006, "time_per_repeat": 1400}';

const done = anyDoneRow(anyJob(1));
const failed = anyFailedRow(anyJob(2));

const linesOf = (...rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

describe('parseResults', () => {
  it('gives back what was written', () => {
    expect(parseResults(linesOf(done, failed))).toEqual({ rows: [done, failed], problems: [] });
  });

  it('takes rows that are older than the seconds of the processor and shared fits', () => {
    const { cpu_seconds: _, same_fit_as: _none, ...older } = done.provenance ?? {};
    const { rows, problems } = parseResults(linesOf({ ...done, provenance: older }));
    expect(problems).toEqual([]);
    expect(rows).toEqual([{ ...done, provenance: { ...older, cpu_seconds: null, same_fit_as: null } }]);
  });

  it('gives back rows of any parameters, scores and reasons', () => {
    const value = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.nat()),
    );
    const key = fc.string().filter((name) => name !== '__proto__');
    fc.assert(
      fc.property(
        fc.dictionary(key, value, { noNullPrototype: true }),
        fc.double({ min: 0, max: 1, noNaN: true }).map((score) => score + 0),
        fc.string(),
        (parameter, accuracy, reason) => {
          const rows = [
            anyDoneRow(anyJob(1, { parameter }), accuracy),
            { ...anyFailedRow(anyJob(2, { parameter })), reason },
          ];
          expect(parseResults(linesOf(...rows)).rows).toEqual(rows);
        },
      ),
    );
  });

  it('reads rows of the original, also behind what a logger writes', () => {
    const row = {
      ...(JSON.parse(ORIGINAL) as object),
      status: 'done',
      reason: null,
      job: null,
      provenance: null,
    };
    const log = `2017-08-25 12:00:00,123 runner.py:run:[INFO] ${ORIGINAL}`;
    expect(parseResults(`${ORIGINAL}\n${log}\n`).rows).toEqual([row, row]);
  });

  it('does not mind a byte order mark, CRLF, blank lines and a missing last line end', () => {
    const text = `\uFEFF${JSON.stringify(done)}\r\n\r\n   \n${JSON.stringify(failed)}`;
    expect(parseResults(text)).toEqual({ rows: [done, failed], problems: [] });
  });

  it('finds nothing in nothing', () => {
    expect(parseResults('')).toEqual({ rows: [], problems: [] });
  });

  it('takes the last row of a job', () => {
    const again = anyDoneRow(anyJob(1), 0.5);
    expect(parseResults(linesOf(done, failed, again)).rows).toEqual([failed, again]);
  });

  it('tells of a last line that was torn at any byte, and keeps the rows before it', () => {
    const line = JSON.stringify(failed);
    for (let length = 1; length < line.length; length++) {
      const { rows, problems } = parseResults(linesOf(done) + line.slice(0, length));
      expect(rows).toEqual([done]);
      expect(problems).toMatchObject([{ kind: 'torn', line: 2 }]);
    }
  });

  it.each(['<<<<<<< HEAD', '=======', '>>>>>>> other', '||||||| base'])(
    'names the merge-conflict marker %s and its line',
    (marker) => {
      expect(() =>
        parseResults(`${linesOf(done)}${marker}\n${linesOf(failed)}`, { file: 'x.jsonl' }),
      ).toThrow(
        expect.objectContaining({
          code: 'E_RESULTS',
          message: expect.stringMatching(/^x\.jsonl:2: .*merge-conflict marker/),
        }),
      );
    },
  );

  it('names a line that is torn in the middle of a file', () => {
    const text = `${JSON.stringify(done).slice(0, 50)}\n${linesOf(failed)}`;
    expect(() => parseResults(text)).toThrow(/^results:1: expected a JSON object/);
  });

  it.each([
    ['NaN', 'NaN'],
    ['-Infinity', '-Infinity'],
  ])('refuses %s, which Python writes', (_, written) => {
    const text = ORIGINAL.replace('"mean_accuracy": 0.852', `"mean_accuracy": ${written}`);
    expect(() => parseResults(text)).toThrow(`expected finite numbers, got ${written}`);
  });

  it('refuses a number beyond all numbers', () => {
    expect(() => parseResults(ORIGINAL.replace('1400', '1e999'))).toThrow(
      'time_per_repeat: expected a finite number from 0 up, got Infinity',
    );
  });

  const changes: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
    ['a name that is none', { name: 7 }, /name: expected a text, got 7/],
    ['no parameter', { parameter: undefined }, /parameter: expected an object, got nothing/],
    ['a parameter that is an object', { parameter: { kernel: {} } }, /parameter\.kernel: expected a text/],
    ['scores that are no list', { score: 0.5 }, /score: expected a list, got 0.5/],
    ['a score above 1', { score: [1.5] }, /score\[0\]: expected a finite number from 0 to 1, got 1.5/],
    ['no score although done', { score: [], num_repeat: 0 }, /score: expected a score/],
    ['another number of scores', { num_repeat: 2 }, /num_repeat: expected 1, as scores, got 2/],
    ['an unknown status', { status: 'fine' }, /status: expected one of done/],
    ['a mean that is missing', { mean_accuracy: null }, /mean_accuracy: expected a number/],
    ['a job without id', { job: { ...done.job, id: 'x' } }, /job\.id: expected 64 lower-case hexadecimal/],
    ['a time that is a text', { start_time: '2017' }, /start_time: expected a finite number, got "2017"/],
    ['half a provenance', { provenance: { threads: 2 } }, /provenance\.fit_seconds: expected/],
  ];
  it.each(changes)('refuses a row with %s', (_, change, message) => {
    expect(() => parseResults(linesOf({ ...done, ...change }))).toThrow(message);
  });

  it('refuses scores of a job that is not done', () => {
    expect(() => parseResults(linesOf({ ...failed, score: [0.5], num_repeat: 1 }))).toThrow(
      /no score of a job/,
    );
  });

  it('takes no harm from keys that name prototypes', () => {
    const polluted = JSON.stringify(done).replace('{', '{"__proto__": {"isPolluted": true}, ');
    const [row] = parseResults(polluted).rows as readonly (ResultRow & { isPolluted?: boolean })[];
    expect(row).toEqual(done);
    expect(row?.isPolluted).toBeUndefined();
    const inParameter = JSON.stringify(done).replace('"parameter":{', '"parameter":{"__proto__":[],');
    expect(() => parseResults(inParameter)).toThrow(/parameter: expected names of parameters/);
  });

  it('is not exhausted by a document that is nested deeply', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = JSON.stringify(done).replace('"max_depth":1', `"max_depth":${deep}`);
    expect(() => parseResults(text)).toThrow(expect.objectContaining({ code: 'E_RESULTS' }));
  });
});
