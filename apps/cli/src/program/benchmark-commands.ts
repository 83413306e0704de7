import { type Command, Option } from 'commander';
import { BASELINES, REPORT_SORTS } from '../benchmark/report-choices.ts';
import { parseCount, parsePath, parseThreads, parseWholeNumber } from '../parse-options.ts';
import { type AddCommand, addExamples, addNote, addTo, cacheOption, threadsOption } from './options.ts';
import { refuseUnknownCommands } from './refuse-unknown-commands.ts';
import { run } from './run.ts';

/** How jobs can end without a score, except by parameters that no machine changes. */
const REDONE = ['refused', 'timed-out', 'failed'] as const;

/** The benchmark of the original, and what becomes of its results. */
export function addBenchmarkCommands(add: AddCommand, signal: AbortSignal): void {
  const benchmark = refuseUnknownCommands(
    add('benchmark', "run the original's 129 configurations, here or on many machines"),
  )
    .enablePositionalOptions()
    .addOption(
      new Option('--dataset <dataset>', 'a name of those that fetch --help lists').default('fashion-mnist'),
    )
    .addOption(gridOption())
    .addOption(filterOption())
    .option('--repeats <number>', 'at most so often, as long as the first two scores differ; 5', parseCount)
    .option('--seed <number>', 'same seed, same results', parseWholeNumber)
    .option('--count <number>', 'learn from the first pictures only', parseCount)
    .addOption(workersOption('jobs at the same time; one for every four cores'))
    .addOption(threadsOption())
    .addOption(timeLimitOption())
    .addOption(memoryLimitOption())
    .addOption(queueOption('leave the jobs to workers'))
    .addOption(queueNameOption())
    .option('--out <file>', 'append results as JSON lines; benchmark-<dataset>.jsonl', parsePath)
    .option('--resume', 'go on with a file of results that exists')
    .addOption(new Option('--redo <statuses...>', 'do jobs again that ended like this').choices([...REDONE]))
    .addOption(cacheOption())
    .action(run(async () => (await import('../commands/benchmark.ts')).benchmarkCommand, signal));
  addExamples(benchmark, [
    "fashion-mnist benchmark --filter 'SVC C=10' --repeats 1",
    'fashion-mnist benchmark --dataset mnist --workers 2 --resume',
    'fashion-mnist benchmark --queue redis://192.168.0.2:6379',
    'fashion-mnist benchmark worker --queue redis://192.168.0.2:6379',
  ]);
  addWorkerCommand(benchmark, signal);
  addReportCommand(benchmark, signal);
}

function addWorkerCommand(benchmark: Command, signal: AbortSignal): void {
  const worker = addTo(benchmark)('worker', 'do jobs of a queue until interrupted')
    .addOption(queueOption('where the jobs are').makeOptionMandatory())
    .addOption(queueNameOption())
    .addOption(workersOption('jobs at the same time; 1'))
    .addOption(threadsOption())
    .addOption(timeLimitOption())
    .addOption(memoryLimitOption())
    .addOption(cacheOption())
    .action(
      run(async () => (await import('../commands/benchmark-worker.ts')).benchmarkWorkerCommand, signal),
    );
  addNote(worker, 'An interrupt lets it finish the jobs at hand; a second one gives them back to the queue.');
  addExamples(worker, ['fashion-mnist benchmark worker --queue redis://192.168.0.2:6379 --workers 4']);
}

function addReportCommand(benchmark: Command, signal: AbortSignal): void {
  const report = addTo(benchmark)('report', "results beside the paper's: a table, Markdown, or a page")
    .argument('<files...>', 'results of the benchmark, ours or the original')
    .option('--markdown', 'as a table for documents')
    .addOption(new Option('--html', 'as one page that sorts and filters').conflicts('markdown'))
    .option('--out <file>', 'write a file', parsePath)
    .option('--force', 'overwrite the file if it exists')
    .addOption(new Option('--sort <order>').choices(REPORT_SORTS).default('accuracy'))
    .addOption(filterOption())
    .addOption(gridOption())
    .action(
      run(async () => (await import('../commands/benchmark-report.ts')).benchmarkReportCommand, signal),
    );
  addNote(
    report,
    'Files of the original do not say which dataset they are of: write mnist=old.json where it is MNIST.',
  );
  addExamples(report, [
    'fashion-mnist benchmark report benchmark-fashion-mnist.jsonl --sort time',
    'fashion-mnist benchmark report fashion.jsonl mnist=old.json --html --out report.html',
  ]);
}

function gridOption(): Option {
  return new Option('--grid <name|file>', 'which configurations there are')
    .argParser(parsePath)
    .default(BASELINES);
}

function filterOption(): Option {
  return new Option('--filter <text>', 'only configurations with all these words in name or parameters');
}

function workersOption(description: string): Option {
  return new Option('--workers <number>', description).argParser(parseThreads);
}

function timeLimitOption(): Option {
  return new Option('--time-limit <seconds>', 'end a job that takes longer').argParser(parseCount);
}

function memoryLimitOption(): Option {
  return new Option('--memory-limit <MiB>', 'what jobs may take together; 90 % of what there is').argParser(
    parseCount,
  );
}

/** Addresses may hold a password, which the list of processes would show. */
function queueOption(description: string): Option {
  return new Option('--queue <address>', `${description}: redis://… or postgres://…`).env(
    'FASHION_MNIST_QUEUE',
  );
}

function queueNameOption(): Option {
  return new Option('--queue-name <name>', 'one of several queues on the server');
}
