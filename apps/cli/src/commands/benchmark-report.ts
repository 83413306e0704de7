import {
  type BenchmarkReport,
  buildReport,
  type ColumnKey,
  reportHtml,
  reportJson,
  reportMarkdown,
  reportTable,
  sortRows,
} from '@fashion-mnist/benchmark';
import { gridNamed } from '../benchmark/grid-named.ts';
import { readResults } from '../benchmark/read-results.ts';
import type { ReportSort } from '../benchmark/report-choices.ts';
import type { CommandContext, CommonOptions } from '../context.ts';
import { requireFree } from '../output/require-free.ts';
import { writeOutput } from '../output/write-output.ts';
import { lineWidth } from '../terminal/line-width.ts';

export interface BenchmarkReportOptions extends CommonOptions {
  readonly grid: string;
  readonly filter?: string;
  readonly sort: ReportSort;
  readonly markdown?: boolean;
  readonly html?: boolean;
  readonly out?: string;
  readonly force?: boolean;
}

/** Characters that a line of the table has at least. */
const LEAST_WIDTH = 40;

export async function benchmarkReportCommand(
  files: readonly string[],
  options: BenchmarkReportOptions,
  context: CommandContext,
): Promise<void> {
  const { filter, sort, out, force = false } = options;
  if (out !== undefined) await requireFree(out, 'file', force);
  const grid = await gridNamed(options.grid, context);
  const report = sorted(buildReport(await readResults(files, context), { grid, filter }), sort);
  if (out === undefined) {
    context.print(render(report, options).split('\n'), reportJson(report));
    return;
  }
  await writeOutput(out, `${render(report, options)}\n`, { force, signal: context.signal });
  context.print([`wrote ${out}`], { ...reportJson(report), out });
}

function render(report: BenchmarkReport, { html, markdown, out }: BenchmarkReportOptions): string {
  if (html === true) return reportHtml(report).trimEnd();
  if (markdown === true) return reportMarkdown(report).trimEnd();
  const width = out === undefined ? Math.max(LEAST_WIDTH, lineWidth(process.stdout)) : Infinity;
  return reportTable(report, { width }).join('\n');
}

/** By Fashion-MNIST, unless all results are of MNIST. */
function sorted(report: BenchmarkReport, sort: ReportSort): BenchmarkReport {
  const { rows } = report;
  const dataset = rows.some(({ fashion }) => fashion.accuracy !== null) ? 'fashion' : 'mnist';
  const column = {
    accuracy: `${dataset}-accuracy`,
    time: `${dataset}-time`,
    name: 'name',
  } as const satisfies Record<ReportSort, ColumnKey>;
  const byParameter = sortRows(rows, { column: 'parameter', isDescending: false });
  const named = sort === 'name' ? byParameter : rows;
  return { ...report, rows: sortRows(named, { column: column[sort], isDescending: sort === 'accuracy' }) };
}
