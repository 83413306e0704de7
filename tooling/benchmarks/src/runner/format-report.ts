import type { Unit } from './benchmark.ts';
import type { Machine } from './describe-machine.ts';
import { formatFigure, formatRatio, formatSubject, formatTargetFigure } from './format-figure.ts';
import type { Judgement } from './judge.ts';
import type { BenchmarkReport } from './run-benchmark.ts';
import type { ComparisonReport } from './run-comparison.ts';

const FIGURE_WIDTH = 18;

/** One line that says where the figures come from. */
export function formatMachine({ cpu, coreCount, memoryGb, node, load }: Machine): string {
  return `${cpu}, ${coreCount} cores, ${memoryGb} GB, Node ${node}, load ${load}`;
}

/** The figures of a benchmark as a table of text. */
export function formatReport({ name, question, rounds, comparisons }: BenchmarkReport): string {
  const heading = `${name}: ${question} (${rounds === 1 ? '1 round' : `${rounds} rounds`})`;
  return [heading, ...comparisons.map(formatComparison)].join('\n\n');
}

function formatComparison({ title, unit, results, absent, judgements }: ComparisonReport): string {
  const width = Math.max(title.length, ...[...results, ...absent].map(({ name }) => name.length + 2));
  const row = (label: string, cells: readonly string[]) =>
    `  ${label.padEnd(width)}${cells.map((cell) => cell.padStart(FIGURE_WIDTH)).join('')}`;
  const first = results[0]?.median ?? Number.NaN;
  return [
    row(title, ['median', 'min', 'max', 'to first']),
    ...results.map(({ name, versions, median, min, max }) => {
      const figures = [median, min, max].map((figure) => formatFigure(figure, unit));
      const cells = row(`  ${name}`, [...figures, formatRatio(median / first)]);
      return versions === undefined ? cells : `${cells}    ${versions}`;
    }),
    ...absent.map(({ name, reason }) => `  ${`  ${name}`.padEnd(width)}  skipped: ${reason}`),
    ...judgements.map((judgement) => `    ${formatJudgement(judgement, unit)}`),
  ].join('\n');
}

function formatJudgement({ target, reached, verdict }: Judgement, unit: Unit): string {
  const figure = (value: number) => formatTargetFigure(value, target, unit);
  const { bound, aim } = target;
  const wanted = 'atLeast' in bound ? `at least ${figure(bound.atLeast)}` : `at most ${figure(bound.atMost)}`;
  const hoped = aim === undefined ? '' : ` (aim ${figure(aim)})`;
  const got = reached === undefined ? 'not measured' : `${figure(reached)}, ${verdict}`;
  return `target: ${formatSubject(target)} ${wanted}${hoped}: ${got}`;
}
