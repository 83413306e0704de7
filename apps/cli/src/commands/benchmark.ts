import {
  filterConfigurations,
  type JobStatus,
  type ResultRow,
  type RunOptions,
  runBenchmark,
} from '@fashion-mnist/benchmark';
import {
  countStatuses,
  describeRow,
  describeRun,
  describeStatuses,
  type RunState,
} from '../benchmark/describe-run.ts';
import { gridNamed } from '../benchmark/grid-named.ts';
import { requireResumable } from '../benchmark/require-resumable.ts';
import type { CommandContext, CommonOptions } from '../context.ts';
import { threadCount } from '../threads.ts';
import { UsageError } from '../usage-error.ts';

export interface BenchmarkOptions extends CommonOptions {
  readonly dataset: string;
  readonly grid: string;
  readonly filter?: string;
  readonly repeats?: number;
  readonly seed?: number;
  readonly count?: number;
  readonly workers?: number;
  readonly threads?: number;
  readonly timeLimit?: number;
  readonly memoryLimit?: number;
  readonly queue?: string;
  readonly queueName?: string;
  readonly out?: string;
  readonly resume?: boolean;
  readonly redo?: readonly JobStatus[];
  readonly cacheDir?: string;
}

const JOB = 'benchmark';
const MEBIBYTE = 2 ** 20;

export async function benchmarkCommand(options: BenchmarkOptions, context: CommandContext): Promise<void> {
  const { dataset, out = `benchmark-${dataset}.jsonl`, resume = false } = options;
  await requireResumable(out, resume);
  const run = await runOptions(options, out, context);
  const rows = await (options.queue === undefined
    ? runHere(run, options, context)
    : runOnQueue(options.queue, run, options, context));
  context.progress.drop(JOB);
  const statuses = countStatuses(rows);
  context.print(
    [`${describeStatuses(statuses)}: ${out}`, `see them with: fashion-mnist benchmark report ${out}`],
    { out, dataset, jobs: rows.length, statuses },
  );
}

async function runOptions(
  { dataset, grid, filter, repeats, seed, count, redo, cacheDir }: BenchmarkOptions,
  out: string,
  context: CommandContext,
): Promise<RunOptions> {
  const { signal, progress } = context;
  const { configurations, leftOut } = await gridNamed(grid, context);
  const all = [...configurations, ...leftOut.map(({ configuration }) => configuration)];
  const chosen = filter === undefined ? all : filterConfigurations(all, filter);
  if (chosen.length === 0) throw new UsageError(`--filter: no configuration of the grid is ${filter}`);
  return {
    dataset,
    configurations: chosen,
    repeats,
    seed,
    samples: count === undefined ? undefined : { train: count, test: null },
    redo,
    cacheDir,
    out,
    signal,
    onRow: (row) => progress.finish(row.job?.id ?? '', describeRow(row)),
  };
}

function runHere(
  run: RunOptions,
  { workers, threads, timeLimit, memoryLimit }: BenchmarkOptions,
  context: CommandContext,
): Promise<readonly ResultRow[]> {
  return runBenchmark({
    ...run,
    workers,
    threads: threadCount(threads),
    timeLimit,
    memoryLimit: memoryLimit === undefined ? undefined : memoryLimit * MEBIBYTE,
    onProgress: tellState(context),
  });
}

/** BullMQ and its clients are loaded only where they are asked for. */
async function runOnQueue(
  queue: string,
  run: RunOptions,
  { queueName }: BenchmarkOptions,
  context: CommandContext,
): Promise<readonly ResultRow[]> {
  const { runBenchmarkOnQueue } = await import('@fashion-mnist/benchmark/distributed');
  const tell = tellState(context);
  return runBenchmarkOnQueue({
    ...run,
    queue,
    queueName,
    onProgress: ({ done, left }) => tell({ done, left, running: [] }),
    onWarning: (message) => context.progress.warn(message),
  });
}

function tellState({ progress }: CommandContext): (state: RunState) => void {
  return (state) => progress.show(JOB, describeRun(state));
}
