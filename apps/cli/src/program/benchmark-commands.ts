import { type Command, Option } from 'commander';
import { BASELINES, REPORT_SORTS } from '../benchmark/report-choices.ts';
import type { BenchmarkReportOptions } from '../commands/benchmark-report.ts';
import { createContext } from '../context.ts';
import { parsePath } from '../parse-options.ts';
import { type AddCommand, addTo } from './options.ts';

/** The benchmark of the original, and what becomes of its results. */
export function addBenchmarkCommands(add: AddCommand, signal: AbortSignal): void {
  const benchmark = add('benchmark', "the original's 129 configurations").enablePositionalOptions();
  addReportCommand(benchmark, signal);
}

function addReportCommand(benchmark: Command, signal: AbortSignal): void {
  addTo(benchmark)('report', "results beside the paper's: a table, Markdown, or a page")
    .argument('<files...>', 'results of the benchmark, ours or the original')
    .option('--markdown', 'as a table for documents')
    .addOption(new Option('--html', 'as one page that sorts and filters').conflicts('markdown'))
    .option('--out <file>', 'write a file', parsePath)
    .option('--force', 'overwrite the file if it exists')
    .addOption(new Option('--sort <order>').choices(REPORT_SORTS).default('accuracy'))
    .option('--filter <text>', 'only configurations with all these words in name or parameters')
    .option('--grid <name|file>', 'which configurations there are', parsePath, BASELINES)
    .addHelpText(
      'after',
      '\nFiles of the original do not say which dataset they are of: write mnist=old.json where it is MNIST.',
    )
    .action(async (files: readonly string[], options: BenchmarkReportOptions) => {
      const context = createContext(options, signal);
      try {
        const { benchmarkReportCommand } = await import('../commands/benchmark-report.ts');
        await benchmarkReportCommand(files, options, context);
      } finally {
        context.progress.stop();
      }
    });
}
