import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fleissKappa } from './fleiss-kappa.ts';
import type { HumanAnswer } from './human-answer.ts';
import { humanProtocol } from './human-protocol.ts';
import { importAnswers } from './import-answers.ts';
import { judgeAnswers } from './judge-answers.ts';

describe('humanProtocol', () => {
  it('draws 1,000 of the 10,000 test images, each once, for three labels', () => {
    const { indices, answersPerImage } = humanProtocol();
    expect(new Set(indices).size).toBe(1000);
    expect(Math.max(...indices)).toBeLessThan(10_000);
    expect(answersPerImage).toBe(3);
  });

  it('draws the same images for the same seed, others for another one', () => {
    expect(humanProtocol({ seed: 5 })).toEqual(humanProtocol({ seed: 5 }));
    expect(humanProtocol({ seed: 5 }).indices).not.toEqual(humanProtocol({ seed: 6 }).indices);
  });

  it('draws first of all what fewer images would be', () => {
    const few = humanProtocol({ imageCount: 10 }).indices;
    expect(humanProtocol().indices.slice(0, 10)).toEqual(few);
  });

  it.each([{ seed: -1 }, { imageCount: 0 }, { imageCount: 11, testCount: 10 }, { answersPerImage: 1.5 }])(
    'refuses %j',
    (options) => {
      expect(() => humanProtocol(options)).toThrow(expect.objectContaining({ code: 'E_OPTION' }));
    },
  );
});

const protocol = humanProtocol({ imageCount: 4, testCount: 6, seed: 1 });
const [first = 0, second = 0, third = 0, fourth = 0] = protocol.indices;
const [absent = 0] = [0, 1, 2, 3, 4, 5].filter((index) => !protocol.indices.includes(index));
const truth = Uint8Array.of(0, 1, 2, 3, 4, 5);

/** Three people's labels of an image. */
function labelled(index: number, ...labels: readonly number[]): HumanAnswer[] {
  return labels.map((label, person) => ({
    index,
    annotator: `person ${person}`,
    label,
    seconds: person + 1,
  }));
}

const all: readonly HumanAnswer[] = [first, second, third, fourth].flatMap((index) =>
  labelled(index, index, index, 9),
);

function toCsv(answers: readonly HumanAnswer[]): string {
  const lines = answers.map(
    ({ index, annotator, label, seconds }) => `${index},${annotator},${label},${seconds ?? ''}`,
  );
  return ['index,annotator,label,seconds', ...lines].join('\n');
}

describe('importAnswers', () => {
  it('reads tables and JSON lines alike, and has no time where there is none', () => {
    const untimed = all.map((answer, at) => (at % 2 === 0 ? { ...answer, seconds: null } : answer));
    expect(importAnswers(toCsv(untimed), protocol)).toEqual(untimed);
    expect(importAnswers(untimed.map((answer) => JSON.stringify(answer)).join('\n'), protocol)).toEqual(
      untimed,
    );
  });

  it('reads back any name of a person, quoted as tables do', () => {
    const names = fc
      .string({ minLength: 1 })
      .filter((name) => name.trim() === name && !/[\r\n]/.test(name) && name !== '');
    fc.assert(
      fc.property(names, (annotator) => {
        const quoted = `"${annotator.replaceAll('"', '""')}"`;
        const csv = `label, annotator ,index\n3,${quoted},${first}`;
        expect(importAnswers(csv, protocol, { isPartial: true })).toEqual([
          { index: first, annotator, label: 3, seconds: null },
        ]);
      }),
    );
  });

  it.each<[string, string, RegExp]>([
    ['an image that was not drawn', `${absent},a,1,`, /line 2: image \d is not one of the protocol's/],
    ['a label out of range', `${first},a,10,`, /line 2: label: expected 0\.\.9, got 10/],
    ['an answer without a name', `${first},,1,`, /line 2: annotator: expected a name/],
    ['a label that is a word', `${first},a,shirt,`, /line 2: label: expected a whole number/],
    ['a time below 0', `${first},a,1,-2`, /line 2: seconds/],
    ['a cell too few', `${first},a`, /line 2: expected 4 cells, got 2/],
    ['somebody who answers twice', `${first},a,1,\n${first},a,2,`, /line 3: a has answered image \d before/],
    [
      'more answers than asked for',
      `${first},a,1,\n${first},b,1,\n${first},c,1,\n${first},d,1,`,
      /expected 3 answers, got 4/,
    ],
  ])('refuses %s', (_, lines, message) => {
    const csv = `index,annotator,label,seconds\n${lines}`;
    expect(() => importAnswers(csv, protocol, { isPartial: true })).toThrow(message);
  });

  it('refuses a table without the columns, and a line that is no JSON', () => {
    expect(() => importAnswers('index,label\n1,2', protocol)).toThrow(/missing: annotator/);
    expect(() => importAnswers(`${JSON.stringify(all[0])}\n{"index"`, protocol)).toThrow(
      /line 2: expected a JSON object/,
    );
  });

  it('refuses any other text with an error of its own', () => {
    const cells = fc.constantFrom(
      'index',
      'annotator',
      'label',
      ',',
      '"',
      '\n',
      '{',
      '}',
      ':',
      '1',
      ' ',
      'x',
    );
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 30 }), (parts) => {
        expect(() => importAnswers(parts.join(''), protocol)).toThrow(
          expect.objectContaining({ code: 'E_LEADERBOARD' }),
        );
      }),
    );
  });

  it('says which images lack answers, unless they are still being collected', () => {
    const some = toCsv(all.slice(0, -1));
    expect(() => importAnswers(some, protocol)).toThrow(new RegExp(`1 have fewer: ${fourth}`));
    expect(importAnswers(some, protocol, { isPartial: true })).toHaveLength(11);
  });
});

describe('judgeAnswers', () => {
  it('counts the majority of each image, and an image without one as wrong', () => {
    const answers = [
      ...labelled(first, first, first, 9),
      ...labelled(second, 9, 9, second),
      ...labelled(third, third, 8, 9),
      ...labelled(fourth, 7, 8, 9),
    ];
    const result = judgeAnswers(answers, protocol, truth);
    expect(result).toMatchObject({ imageCount: 4, accuracy: 0.25, tieCount: 2, answerAccuracy: 4 / 12 });
    expect(result.accuracyByLot).toBeCloseTo((1 + 0 + 1 / 3 + 0) / 4, 12);
  });

  it('tells how good and how fast each person is', () => {
    expect(judgeAnswers(all, protocol, truth).annotators).toEqual([
      { annotator: 'person 0', answerCount: 4, accuracy: 1, medianSeconds: 1 },
      { annotator: 'person 1', answerCount: 4, accuracy: 1, medianSeconds: 2 },
      { annotator: 'person 2', answerCount: 4, accuracy: 0, medianSeconds: 3 },
    ]);
  });

  it('leaves out images that still lack answers', () => {
    expect(judgeAnswers(all.slice(0, -1), protocol, truth)).toMatchObject({ imageCount: 3, accuracy: 1 });
  });

  it('finds no agreement among people who answer by lot', () => {
    const rng = createRng(3);
    const large = humanProtocol();
    const answers = [...large.indices].flatMap((index) =>
      labelled(index, rng.nextInt(10), rng.nextInt(10), rng.nextInt(10)),
    );
    const { agreement, accuracyByLot } = judgeAnswers(answers, large, new Uint8Array(10_000));
    expect(Math.abs(agreement)).toBeLessThan(0.03);
    expect(Math.abs(accuracyByLot - 0.1)).toBeLessThan(0.03);
  });

  it('refuses to judge nothing, or by other labels', () => {
    expect(() => judgeAnswers(all.slice(0, 2), protocol, truth)).toThrow(/expected an image with 3 answers/);
    expect(() => judgeAnswers(all, protocol, truth.subarray(1))).toThrow(/labels of 6 test images, got 5/);
  });
});

describe('fleissKappa', () => {
  it("is that of Fleiss' example: 14 raters, 10 subjects, 5 categories", () => {
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    expect(fleissKappa(counts)).toBeCloseTo(0.21, 3);
  });

  it('is 1 where raters always agree on different things', () => {
    expect(
      fleissKappa([
        [3, 0],
        [0, 3],
      ]),
    ).toBeCloseTo(1, 12);
  });
});
