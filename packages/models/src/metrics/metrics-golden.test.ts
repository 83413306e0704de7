import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/metrics.json' with { type: 'json' };
import { accuracyScore } from './accuracy-score.ts';
import { type ClassScores, classificationReport } from './classification-report.ts';
import { confusionMatrix } from './confusion-matrix.ts';
import { formatClassificationReport } from './format-classification-report.ts';
import { logLoss } from './log-loss.ts';
import { rocAucScore } from './roc-auc-score.ts';
import { topKAccuracyScore } from './top-k-accuracy-score.ts';

/** Scores as scikit-learn's report has them. */
interface GoldenScores {
  readonly precision: number;
  readonly recall: number;
  readonly 'f1-score': number;
  readonly support: number;
}

const labelsOf = ({ true: yTrue, predicted }: { true: number[]; predicted: number[] }) =>
  [Int32Array.from(yTrue), Int32Array.from(predicted)] as const;

describe.each(golden.cases)('labels, case %#, are judged as in scikit-learn', (wanted) => {
  const pair = labelsOf(wanted);
  const options = { sampleWeight: wanted.weights ?? undefined };

  it('by accuracy', () => {
    expect(accuracyScore(...pair, options)).toBeCloseTo(wanted.accuracy, 12);
    expect(accuracyScore(...pair, { ...options, normalize: false })).toBeCloseTo(wanted.correct, 12);
  });

  it('by their confusion', () => {
    for (const [normalize, matrix] of Object.entries(wanted.confusion)) {
      const by = normalize === 'None' ? undefined : (normalize as 'true' | 'pred' | 'all');
      const { counts } = confusionMatrix(...pair, { ...options, normalize: by });
      matrix.flat().forEach((value, cell) => expect(counts.data[cell]).toBeCloseTo(value, 12));
      expect(counts.shape).toEqual([matrix.length, matrix.length]);
    }
  });

  it('by the report', () => {
    const report = classificationReport(...pair, options);
    const rows = wanted.report.data as unknown as Record<string, GoldenScores>;
    report.classes.forEach((label, code) => expectScores(report.perClass[code]!, rows[String(label)]!));
    expectScores(report.macroAverage, rows['macro avg']!);
    expectScores(report.weightedAverage, rows['weighted avg']!);
    expect(report.accuracy).toBeCloseTo(wanted.report.data.accuracy, 12);
  });
});

describe('the text of a report', () => {
  it.each(golden.cases.filter(({ weights }) => weights === null))(
    'is that of scikit-learn, case %#',
    (wanted) => {
      expect(formatClassificationReport(classificationReport(...labelsOf(wanted)))).toBe(wanted.report.text);
    },
  );

  it('has names and more digits on request', () => {
    const report = classificationReport(...labelsOf(golden.cases[0]!));
    const { names, text } = golden.named;
    expect(formatClassificationReport(report, { digits: 4, targetNames: names })).toBe(text);
    expect(() => formatClassificationReport(report, { targetNames: ['one'] })).toThrow(/expected 4 names/);
  });

  it('has the classes in another order on request', () => {
    const { labels, text } = golden.reordered;
    const pair = labelsOf(golden.cases[2]!);
    expect(formatClassificationReport(classificationReport(...pair, { labels }))).toBe(text);
  });
});

it('a report has classes that do not occur on request, but lacks none that does', () => {
  const { labels, macro } = golden.withAbsent;
  const pair = labelsOf(golden.cases[2]!);
  const { perClass, macroAverage } = classificationReport(...pair, { labels });
  expectScores(macroAverage, macro);
  expect(perClass[2]).toEqual({ precision: 0, recall: 0, f1: 0, support: 0 });
  expect(() => classificationReport(...pair, { labels: [1] })).toThrow(/got no 0/);
});

it('confusionMatrix takes some labels only, in the order asked for', () => {
  const { labels, confusion } = golden.subset;
  const { classes, counts } = confusionMatrix(...labelsOf(golden.cases[0]!), { labels });
  expect([...classes]).toEqual(labels);
  expect([...counts.data]).toEqual(confusion.flat());
});

describe('scores of several classes are judged as in scikit-learn', () => {
  const { scored } = golden;
  const yTrue = Int32Array.from(scored.true);
  const probabilities = ndArray(Float64Array.from(scored.probabilities.flat()), [50, 4]);
  const sampleWeight = scored.weights;

  it.each(Object.entries(scored.rocAuc))('by the area under the curve, %s', (way, wanted) => {
    expect(rocAucScore(yTrue, probabilities, optionsOf(way))).toBeCloseTo(wanted, 12);
  });

  it.each(Object.entries(scored.weightedRocAuc))('by the weighted area, %s', (way, wanted) => {
    expect(rocAucScore(yTrue, probabilities, { ...optionsOf(way), sampleWeight })).toBeCloseTo(wanted, 12);
  });

  it('by their loss', () => {
    expect(logLoss(yTrue, probabilities)).toBeCloseTo(scored.logLoss, 12);
    expect(logLoss(yTrue, probabilities, { sampleWeight })).toBeCloseTo(scored.weightedLogLoss, 12);
    expect(logLoss(yTrue, probabilities, { normalize: false })).toBeCloseTo(scored.summedLogLoss, 10);
    const rounded = { data: Float32Array.from(probabilities.data), shape: probabilities.shape };
    expect(logLoss(yTrue, rounded)).toBeCloseTo(scored.float32LogLoss, 6);
  });

  it.each(Object.entries(scored.topK))('by the best %s', (k, wanted) => {
    expect(topKAccuracyScore(yTrue, probabilities, { k: Number(k) })).toBeCloseTo(wanted, 12);
  });

  it('by the best two, weighted and counted', () => {
    expect(topKAccuracyScore(yTrue, probabilities, { sampleWeight })).toBeCloseTo(scored.weightedTop2, 12);
    expect(topKAccuracyScore(yTrue, probabilities, { normalize: false })).toBe(scored.top2Count);
  });
});

describe('scores of two classes are judged as in scikit-learn', () => {
  const { binary } = golden;
  const yTrue = Uint8Array.from(binary.true);
  const scores = ndArray(Float64Array.from(binary.scores), [40]);
  const bounded = ndArray(
    scores.data.map((score) => Math.min(score, 1)),
    [40],
  );

  it('by the area under the curve', () => {
    expect(rocAucScore(yTrue, scores)).toBeCloseTo(binary.rocAuc, 12);
    const { weights: sampleWeight } = binary;
    expect(rocAucScore(yTrue, scores, { sampleWeight })).toBeCloseTo(binary.weightedRocAuc, 12);
    const columns = ndArray(
      Float64Array.from([...scores.data].flatMap((score) => [1 - score, score])),
      [40, 2],
    );
    expect(rocAucScore(yTrue, columns)).toBeCloseTo(binary.rocAuc, 12);
  });

  it('by loss and by the better one', () => {
    expect(logLoss(yTrue, bounded)).toBeCloseTo(binary.logLoss, 12);
    expect(topKAccuracyScore(yTrue, scores, { k: 1 })).toBeCloseTo(binary.top1, 12);
    const margins = ndArray(Float64Array.from(binary.margins), [40]);
    expect(topKAccuracyScore(yTrue, margins, { k: 1 })).toBeCloseTo(binary.top1OfMargins, 12);
    expect(topKAccuracyScore(yTrue, margins)).toBe(1);
  });
});

describe('metrics of scores refuse', () => {
  const row = (...values: number[]) => ndArray(Float64Array.from(values), [1, values.length]);

  it.each([
    ['labels without scores', Uint8Array.of(0, 1), row(0.5, 0.5), 'E_SHAPE'],
    ['a single class', Uint8Array.of(1), row(0.5, 0.5), 'E_LABELS'],
    ['fewer classes than columns', Uint8Array.of(0, 1), ndArray(new Float64Array(6), [2, 3]), 'E_LABELS'],
    ['NaN', Uint8Array.of(0, 1), ndArray(new Float64Array(2).fill(Number.NaN), [2]), 'E_NOT_FINITE'],
  ])('%s', (_, yTrue, scores, code) => {
    for (const metric of [logLoss, rocAucScore, topKAccuracyScore])
      expect(() => metric(yTrue, scores)).toThrow(expect.objectContaining({ code }));
  });

  it('what is no probability, weights of pairs, and k below 1', () => {
    const [yTrue, scores] = [Uint8Array.of(0, 1, 2), ndArray(new Float64Array(9).fill(1), [3, 3])];
    expect(() => rocAucScore(yTrue, scores)).toThrow(/add to 1, got 3/);
    const thirds = ndArray(new Float64Array(9).fill(1 / 3), [3, 3]);
    expect(() => rocAucScore(yTrue, thirds, { multiClass: 'ovo', sampleWeight: [1, 1, 1] })).toThrow(
      /sampleWeight/,
    );
    expect(() => topKAccuracyScore(yTrue, thirds, { k: 0 })).toThrow(/k: expected/);
    expect(() =>
      rocAucScore(Uint8Array.of(0, 0), ndArray(new Float64Array(2), [2]), { labels: [0, 1] }),
    ).toThrow(/one kind only/);
  });
});

function optionsOf(way: string) {
  const [multiClass, average] = way.split(' ') as ['ovr' | 'ovo', 'macro' | 'weighted'];
  return { multiClass, average };
}

function expectScores(actual: ClassScores, wanted: GoldenScores): void {
  expect(actual.precision).toBeCloseTo(wanted.precision, 12);
  expect(actual.recall).toBeCloseTo(wanted.recall, 12);
  expect(actual.f1).toBeCloseTo(wanted['f1-score'], 12);
  expect(actual.support).toBeCloseTo(wanted.support, 12);
}
