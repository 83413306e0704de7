import { readdir, readFile, writeFile } from 'node:fs/promises';
import { resultFilesSource } from './result-files-source.ts';

const here = new URL('./', import.meta.url);
const readme = new URL('README.md', here);

const names = (await readdir(new URL('results/', here))).filter((name) => name.endsWith('.json'));
await writeFile(new URL('../src/leaderboard/result-files.ts', here), resultFilesSource(names));

// These read the list that has just been written.
const { fillBlock } = await import('../src/leaderboard/table/fill-block.ts');
const { leaderboard } = await import('../src/leaderboard/table/leaderboard.ts');
const { leaderboardMarkdown } = await import('../src/leaderboard/table/leaderboard-markdown.ts');
const document = await readFile(readme, 'utf8');
await writeFile(readme, fillBlock(document, 'leaderboard', leaderboardMarkdown(leaderboard())));
