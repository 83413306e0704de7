import { findClaim, humanProtocol, judgeAnswers } from '@fashion-mnist/benchmark';
import type { CommandContext, CommonOptions } from '../context.ts';
import { loadSplit } from '../datasets/load-split.ts';
import { resolveDataset } from '../datasets/resolve-dataset.ts';
import { describeHuman } from '../leaderboard/describe-human.ts';
import { readAnswers } from '../leaderboard/read-answers.ts';
import { printable } from '../terminal/printable.ts';

export interface LeaderboardHumanCommandOptions extends CommonOptions {
  readonly dataset: string;
  readonly answers?: number;
  readonly images?: number;
  readonly seed?: number;
  readonly partial?: boolean;
  readonly cacheDir?: string;
}

const ROW = 'human-performance';

export async function leaderboardHumanCommand(
  paths: readonly string[],
  {
    dataset,
    answers: answersPerImage,
    images,
    seed,
    partial = false,
    cacheDir,
  }: LeaderboardHumanCommandOptions,
  context: CommandContext,
): Promise<void> {
  const definition = await resolveDataset(dataset);
  const { dataset: test } = await loadSplit(definition, { split: 'test', cacheDir }, context);
  const { labels, classNames } = test;
  const protocol = humanProtocol({ seed, imageCount: images, testCount: labels.length, answersPerImage });
  const options = { classCount: classNames.length, isPartial: partial, signal: context.signal };
  const answers = await readAnswers(paths, protocol, options);
  const result = judgeAnswers(answers, protocol, labels);
  const claimed = definition.name === 'fashion-mnist' ? findClaim(ROW).fashion : null;
  context.print(describeHuman(result, protocol.answersPerImage, claimed).map(printable), {
    dataset: definition.name,
    seed: protocol.seed,
    answersPerImage: protocol.answersPerImage,
    ...result,
    claimed,
  });
}
