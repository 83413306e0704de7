import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchmarkPages } from './benchmarks/benchmark-pages.ts';
import { mapQuality } from './benchmarks/map-quality.ts';
import { leaderboardPage } from './leaderboard/leaderboard-page.ts';

const generated = fileURLToPath(new URL('../site/generated/', import.meta.url));
const pages = new Map([
  ...benchmarkPages(),
  ['leaderboard.md', leaderboardPage()],
  ['parts/map-quality.md', mapQuality()],
]);

rmSync(join(generated, 'benchmarks'), { recursive: true, force: true });
for (const [path, text] of pages) {
  mkdirSync(dirname(join(generated, path)), { recursive: true });
  writeFileSync(join(generated, path), text);
}
