import { explainStatus, leaderboard, leaderboardMarkdown } from '@fashion-mnist/benchmark';
import type { CommandContext, CommonOptions } from '../context.ts';
import { leaderboardTable } from '../leaderboard/leaderboard-table.ts';

export interface LeaderboardCommandOptions extends CommonOptions {
  readonly markdown?: boolean;
}

export async function leaderboardCommand(
  { markdown = false }: LeaderboardCommandOptions,
  context: CommandContext,
): Promise<void> {
  const board = leaderboard();
  const lines = markdown ? [leaderboardMarkdown(board)] : leaderboardTable(board);
  const claims = board.claims.map((claim) => ({ ...claim, explanation: explainStatus(claim) }));
  context.print(lines, { ...board, claims });
}
