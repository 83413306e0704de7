import type { Unit } from '../runner/benchmark.ts';
import { formatFigure, formatSubject, formatTargetFigure } from '../runner/format-figure.ts';
import { formatMachine } from '../runner/format-report.ts';
import type { Judgement } from '../runner/judge.ts';
import type { ComparisonReport } from '../runner/run-comparison.ts';
import { markdownTable } from './markdown-table.ts';
import type { SavedResult } from './saved-result.ts';

const HEADING = `# Last results

Written by \`npm run bench -- <name> --save\`; what the names mean is in [the README](../README.md).`;

/** All saved results as a page in Markdown: first every target, then the figures of each benchmark. */
export function formatResults(results: readonly SavedResult[]): string {
  return `${[HEADING, '## Targets', targetTable(results), ...results.map(formatResult)].join('\n\n')}\n`;
}

/** Every target of some benchmarks, and what was reached. */
export function targetTable(results: readonly SavedResult[]): string {
  const rows = results.flatMap(({ report: { name, comparisons } }) =>
    comparisons.flatMap(({ title, unit, judgements }) =>
      judgements.map((judgement) => [`\`${name}\``, title, ...targetCells(judgement, unit)]),
    ),
  );
  return markdownTable(['Benchmark', 'Figure', 'Target', 'Floor', 'Aim', 'Reached', ''], rows);
}

/** What a target is held against, and in words what was reached. */
export function formatVerdict(
  judgement: Judgement,
  unit: Unit,
): { readonly subject: string; readonly reached: string } {
  const { target, reached, verdict } = judgement;
  const figure = reached === undefined ? '' : `${formatTargetFigure(reached, target, unit)}, `;
  return { subject: formatSubject(target), reached: `${figure}${verdict}` };
}

function targetCells({ target, reached, verdict }: Judgement, unit: Unit): readonly string[] {
  const figure = (value: number) => formatTargetFigure(value, target, unit);
  const { bound, aim } = target;
  const [sign, floor] = 'atLeast' in bound ? ['>=', bound.atLeast] : ['<=', bound.atMost];
  return [
    formatSubject(target),
    `${sign} ${figure(floor)}`,
    aim === undefined ? '' : `${sign} ${figure(aim)}`,
    reached === undefined ? '' : figure(reached),
    verdict,
  ];
}

/** The figures of one benchmark, under its name. */
export function formatResult({ date, machine, report }: SavedResult): string {
  const { name, question, rounds, comparisons } = report;
  const source = `${date}; ${formatMachine(machine)}; ${rounds === 1 ? '1 round' : `${rounds} rounds`}.`;
  return [`## ${name}`, question, source, ...comparisons.map(figureTable)].join('\n\n');
}

function figureTable({ title, unit, results, absent }: ComparisonReport): string {
  const rows = results.map(({ name, versions, median, min, max }) => [
    versions === undefined ? name : `${name} (${versions})`,
    ...[median, min, max].map((figure) => formatFigure(figure, unit)),
  ]);
  const skipped = absent.map(({ name, reason }) => [name, `skipped: ${reason}`, '', '']);
  return markdownTable([title, 'Median', 'Min', 'Max'], [...rows, ...skipped]);
}
