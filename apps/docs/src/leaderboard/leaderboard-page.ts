import { leaderboard, leaderboardMarkdown } from '@fashion-mnist/benchmark';
import { WIDE } from '../benchmarks/benchmark-pages.ts';

const HEADING = `# Leaderboard

What was claimed on the original's leaderboard, and what of it a run of ours has reached.
[The guide](/guides/leaderboard) says how to reproduce a row, and how to hand one in.`;

/** Links to files of the repository, which the site does not have. */
const FILE_LINK = /\[([^\]]+)\]\((?!https?:|\/)[^)]+\)/g;

/** The tables of the leaderboard as a page. */
export function leaderboardPage(): string {
  return `${WIDE}${HEADING}\n\n${leaderboardMarkdown(leaderboard()).replace(FILE_LINK, '$1')}\n`;
}
