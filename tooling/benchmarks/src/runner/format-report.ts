import type { Target, Unit } from './benchmark.ts';
import type { Machine } from './describe-machine.ts';
import type { Judgement } from './judge.ts';
import type { BenchmarkReport } from './run-benchmark.ts';
import type { ComparisonReport } from './run-comparison.ts';

const FIGURE_WIDTH = 12;

/** One line that says where the figures come from. */
export function formatMachine({ cpu, coreCount, memoryGb, node, load }: Machine, rounds: number): string {
  return `${cpu}, ${coreCount} cores, ${memoryGb} GB, Node ${node}, load ${load}; ${rounds} rounds`;
}

/** The figures of a benchmark as a table of text. */
export function formatReport({ name, question, comparisons }: BenchmarkReport): string {
  return [`${name}: ${question}`, ...comparisons.map(formatComparison)].join('\n\n');
}

function formatComparison({ title, unit, results, absent, judgements }: ComparisonReport): string {
  const width = Math.max(title.length, ...[...results, ...absent].map(({ name }) => name.length + 2));
  const row = (label: string, cells: readonly string[]) =>
    `  ${label.padEnd(width)}${cells.map((cell) => cell.padStart(FIGURE_WIDTH)).join('')}`;
  const first = results[0]?.median ?? Number.NaN;
  return [
    row(title, ['median', 'min', 'max', 'to first']),
    ...results.map(({ name, median, min, max }) => {
      const figures = [median, min, max].map((figure) => formatFigure(figure, unit));
      return row(`  ${name}`, [...figures, formatRatio(median / first)]);
    }),
    ...absent.map(({ name, reason }) => `  ${`  ${name}`.padEnd(width)}  skipped: ${reason}`),
    ...judgements.map((judgement) => `    ${formatJudgement(judgement, unit)}`),
  ].join('\n');
}

function formatJudgement({ target, reached, verdict }: Judgement, unit: Unit): string {
  const figure = (value: number) =>
    target.to === undefined ? formatFigure(value, unit) : formatRatio(value);
  const { bound } = target;
  const wanted = 'atLeast' in bound ? `at least ${figure(bound.atLeast)}` : `at most ${figure(bound.atMost)}`;
  const got = reached === undefined ? 'not measured' : `${figure(reached)}, ${verdict}`;
  return `target: ${formatSubject(target)} ${wanted}: ${got}`;
}

function formatSubject({ of, to }: Target): string {
  return to === undefined ? of : `${of} / ${to}`;
}

function formatFigure(figure: number, unit: Unit): string {
  return `${figure >= 100 ? figure.toFixed(0) : figure.toPrecision(3)} ${unit}`;
}

function formatRatio(ratio: number): string {
  return ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(2);
}
