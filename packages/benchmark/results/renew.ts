import { readFile, writeFile } from 'node:fs/promises';
import { fillBlock } from '../src/leaderboard/table/fill-block.ts';
import { resultsMarkdown } from './results-markdown.ts';

const readme = new URL('README.md', import.meta.url);
await writeFile(readme, fillBlock(await readFile(readme, 'utf8'), 'results', await resultsMarkdown()));
