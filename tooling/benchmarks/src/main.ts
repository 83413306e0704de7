import { parseArgs } from 'node:util';
import { benchmarks } from './benchmarks.ts';
import { describeMachine } from './runner/describe-machine.ts';
import { formatMachine, formatReport } from './runner/format-report.ts';
import { garbageCollector } from './runner/garbage-collector.ts';
import { type BenchmarkReport, runBenchmark } from './runner/run-benchmark.ts';

const DEFAULT_ROUNDS = '7';
const WARM_UP_MS = 500;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: DEFAULT_ROUNDS }, json: { type: 'boolean', default: false } },
});
const [name] = positionals;
const chosen = name === 'all' ? benchmarks : benchmarks.filter((benchmark) => benchmark.name === name);
const rounds = Number(values.rounds);

if (name === undefined) {
  console.log('usage: npm run bench -- <name>|all [--rounds 7] [--json]\n');
  for (const benchmark of benchmarks) console.log(`${benchmark.name.padEnd(16)}${benchmark.question}`);
} else if (chosen.length === 0 || !(Number.isInteger(rounds) && rounds > 0)) {
  const names = benchmarks.map((benchmark) => benchmark.name).join(', ');
  console.error(`expected one of ${names}, or all, and at least 1 round; got ${name}, ${values.rounds}`);
  process.exitCode = 1;
} else {
  const machine = describeMachine();
  const reports: BenchmarkReport[] = [];
  const collectGarbage = garbageCollector();
  if (!values.json) console.log(formatMachine(machine, rounds));
  for (const benchmark of chosen) {
    const report = await runBenchmark(benchmark, { rounds, warmUpMs: WARM_UP_MS, collectGarbage });
    reports.push(report);
    if (!values.json) console.log(`\n${formatReport(report)}`);
  }
  if (values.json) console.log(JSON.stringify({ machine, rounds, reports }, null, 2));
}
