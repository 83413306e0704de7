import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchmarks } from './benchmarks.ts';
import { saveResults } from './results/save-results.ts';
import type { SavedResult } from './results/saved-result.ts';
import { describeMachine } from './runner/describe-machine.ts';
import { formatMachine, formatReport } from './runner/format-report.ts';
import { garbageCollector } from './runner/garbage-collector.ts';
import { runBenchmark } from './runner/run-benchmark.ts';

const USAGE = 'npm run bench -- <name>|all [--rounds n] [--images n] [--json] [--save]';
const RESULTS = fileURLToPath(new URL('../results', import.meta.url));
const WARM_UP_MS = 500;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    images: { type: 'string' },
    json: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
  },
});
const [name] = positionals;
const chosen =
  name === 'all'
    ? benchmarks.filter(({ isSlow = false }) => !isSlow)
    : benchmarks.filter((benchmark) => benchmark.name === name);
const rounds = countOption(values.rounds);
const imageCount = countOption(values.images);
const names = benchmarks.map((benchmark) => benchmark.name);

if (name === undefined) {
  console.log(`usage: ${USAGE}\n`);
  for (const benchmark of benchmarks) console.log(`${benchmark.name.padEnd(16)}${benchmark.question}`);
} else if (chosen.length === 0 || Number.isNaN(rounds) || Number.isNaN(imageCount)) {
  console.error(`expected one of ${names.join(', ')}, or all, and whole numbers from 1 on; usage: ${USAGE}`);
  process.exitCode = 1;
} else if (values.save && imageCount !== undefined) {
  console.error('expected --save without --images: what is kept has the number of images of its benchmark');
  process.exitCode = 1;
} else {
  const collectGarbage = garbageCollector();
  const results: SavedResult[] = [];
  for (const benchmark of chosen) {
    const machine = describeMachine();
    if (!values.json) console.log(`${formatMachine(machine)}\n`);
    const options = { rounds, imageCount, warmUpMs: WARM_UP_MS, collectGarbage };
    const report = await runBenchmark(benchmark, options);
    results.push({ date: new Date().toISOString().slice(0, 10), machine, report });
    if (!values.json) console.log(`${formatReport(report)}\n`);
    if (values.save) await saveResults(RESULTS, results.slice(-1), names);
  }
  if (values.json) console.log(JSON.stringify(results, null, 2));
}

/** NaN when it is not such a number. */
function countOption(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^[1-9]\d*$/.test(text) ? Number(text) : Number.NaN;
}
