import { formatResult, formatVerdict, targetTable } from '@fashion-mnist/benchmarks/format-results';
import { markdownTable } from '@fashion-mnist/benchmarks/markdown-table';
import type { SavedResult } from '@fashion-mnist/benchmarks/saved-result';
import { readFromRoot } from '../repository.ts';
import {
  type BenchmarkGroup,
  benchmarkGroups,
  type ListedBenchmark,
  resultPath,
} from './benchmark-groups.ts';

/** The whole width is the tables'. */
export const WIDE = '---\naside: false\npageClass: wide\n---\n\n';

const OVERVIEW = `# Benchmarks

Every figure on these pages comes from a file that \`npm run bench -- <name> --save\` has written: ours and its peers in one run,
on the same machine, in turn. What a target is, and how it is measured, is in \`tooling/benchmarks/README.md\`.
A target that is not met is shown as such.`;

/** An overview and a page for each benchmark with kept figures, by their paths below the site. */
export function benchmarkPages(): ReadonlyMap<string, string> {
  const groups = benchmarkGroups();
  const results = new Map(groups.flatMap(({ names }) => names).map((name) => [name, readResult(name)]));
  const pages = [...results].map(
    ([name, result]) => [`benchmarks/${name}.md`, benchmarkPage(result)] as const,
  );
  const overview = [OVERVIEW, ...groups.map((group) => groupTable(group, results))].join('\n\n');
  return new Map([['benchmarks/index.md', `${WIDE}${overview}\n`], ...pages]);
}

function readResult(name: string): SavedResult {
  return JSON.parse(readFromRoot(resultPath(name)));
}

function groupTable(
  { title, benchmarks }: BenchmarkGroup,
  results: ReadonlyMap<string, SavedResult>,
): string {
  if (!benchmarks.some(({ name }) => results.has(name)))
    return `## ${title}\n\n${withoutFigures(benchmarks)}`;
  const rows = benchmarks.map((benchmark) => overviewRow(benchmark, results.get(benchmark.name)));
  return `## ${title}\n\n${markdownTable(['Benchmark', 'Work', 'Peers', 'First target', 'Reached'], rows)}`;
}

function withoutFigures(benchmarks: readonly ListedBenchmark[]): string {
  const rows = benchmarks.map(({ name, work, peers }) => [`\`${name}\``, work, peers]);
  return `No files are kept of these: run them, or see the table in \`tooling/benchmarks/README.md\`.\n\n${markdownTable(['Benchmark', 'Work', 'Peers'], rows)}`;
}

function overviewRow(
  { name, work, peers }: ListedBenchmark,
  result: SavedResult | undefined,
): readonly string[] {
  if (result === undefined) return [`\`${name}\``, work, peers, '', 'no file is kept: run it'];
  const [first] = result.report.comparisons.flatMap(({ unit, judgements }) =>
    judgements.map((judgement) => formatVerdict(judgement, unit)),
  );
  return [`[\`${name}\`](/benchmarks/${name})`, work, peers, first?.subject ?? '', first?.reached ?? ''];
}

function benchmarkPage(result: SavedResult): string {
  const { name, comparisons } = result.report;
  const command = ['```sh', `npm run bench -- ${name}`, '```'].join('\n');
  const targets = comparisons.some(({ judgements }) => judgements.length > 0)
    ? [`## Targets\n\n${targetTable([result])}`]
    : [];
  const [heading = '', ...body] = formatResult(result).split('\n\n');
  return `${[heading.replace('## ', '# '), command, ...targets, '## Figures', ...body].join('\n\n')}\n`;
}
