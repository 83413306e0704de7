import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSubmission } from './parse-submission.ts';

const document = {
  classifier: '3 Conv',
  preprocessing: 'None',
  submitter: '@somebody',
  code: 'https://example.org/code',
  dataset: 'fashion-mnist',
  labels: [1, 2, 3],
  testSetUsedOnce: true,
};

describe('parseSubmission', () => {
  it('reads a document', () => {
    const { code, ...others } = document;
    expect(parseSubmission(JSON.stringify(document))).toEqual({ ...others, links: [code] });
  });

  it('takes several addresses, and leaves out what is left out', () => {
    expect(parseSubmission('{"code":["https://a.org","https://b.org"]}')).toEqual({
      links: ['https://a.org', 'https://b.org'],
    });
  });

  it('says all that is wrong at once', () => {
    const wrong = {
      ...document,
      labels: [1, '2', 'three'],
      submitter: 5,
      testSetUsedOnce: 'yes',
      accuracy: 1,
    };
    expect(() => parseSubmission(JSON.stringify(wrong))).toThrow(
      /accuracy: expected no such member[^]*submitter: expected a text, got 5[^]*labels\[1\]: expected a whole number, got "2"[^]*testSetUsedOnce: expected true or false/,
    );
  });

  it('reads or refuses any JSON, and never fails otherwise', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        try {
          parseSubmission(json);
        } catch (error) {
          expect(error).toMatchObject({ code: 'E_LEADERBOARD' });
        }
      }),
    );
  });

  it.each(['', '{', '[1, 2]', 'null', '"text"'])('refuses %j', (json) => {
    expect(() => parseSubmission(json)).toThrow(expect.objectContaining({ code: 'E_LEADERBOARD' }));
  });
});
