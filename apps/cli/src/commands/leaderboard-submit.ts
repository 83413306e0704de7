import { checkSubmission, resultFile, type Submission } from '@fashion-mnist/benchmark';
import type { CommandContext, CommonOptions } from '../context.ts';
import { loadSplit } from '../datasets/load-split.ts';
import { resolveDataset } from '../datasets/resolve-dataset.ts';
import { confusionOf, describeSubmission, standingOf } from '../leaderboard/describe-submission.ts';
import { loadOtherOrders } from '../leaderboard/other-orders.ts';
import { readSubmission } from '../leaderboard/read-submission.ts';
import { writeResult } from '../leaderboard/write-result.ts';
import { requireFolder } from '../output/require-free.ts';

export interface LeaderboardSubmitCommandOptions extends CommonOptions {
  readonly classifier?: string;
  readonly preprocessing?: string;
  readonly submitter?: string;
  readonly code?: readonly string[];
  readonly dataset?: string;
  readonly testSetUsedOnce?: boolean;
  readonly out?: string;
  readonly cacheDir?: string;
}

export async function leaderboardSubmitCommand(
  path: string,
  options: LeaderboardSubmitCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { out, cacheDir } = options;
  if (out !== undefined) await requireFolder(out);
  const submission = { ...(await readSubmission(path, context.signal)), ...factsOf(options) };
  const definition = await resolveDataset(options.dataset ?? submission.dataset ?? 'fashion-mnist');
  const { dataset: test } = await loadSplit(definition, { split: 'test', cacheDir }, context);
  const otherOrders = await loadOtherOrders(definition, cacheDir, context);
  const result = await checkSubmission(submission, { definition, test, otherOrders });
  const written = out === undefined ? [] : [await writeResult(out, await resultFile(result), context)];

  const predictions = Uint8Array.from(submission.labels ?? []);
  const judged = { result, predictions, truth: test.labels, classNames: test.classNames };
  context.print(
    [
      ...describeSubmission(judged),
      ...written.map((file) => `wrote ${file}: add it to packages/benchmark/leaderboard/results`),
    ],
    { result, standing: standingOf(result), confusion: confusionOf(judged), out: written },
  );
}

/** What the options say, in place of what the file says. */
function factsOf({
  classifier,
  preprocessing,
  submitter,
  code,
  testSetUsedOnce,
}: LeaderboardSubmitCommandOptions): Partial<Submission> {
  return {
    ...(classifier !== undefined && { classifier }),
    ...(preprocessing !== undefined && { preprocessing }),
    ...(submitter !== undefined && { submitter }),
    ...(code !== undefined && { links: code }),
    ...(testSetUsedOnce !== undefined && { testSetUsedOnce }),
  };
}
