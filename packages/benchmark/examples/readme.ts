import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expandGrid, parameterText, parseGrid, runBenchmark, summarizeRows } from '@fashion-mnist/benchmark';

const grid = parseGrid(`{ "common": {}, "classifiers": {
  "DecisionTreeClassifier": [{ "criterion": ["gini", "entropy"] }, { "max_depth": [5] }],
  "LinearSVC": [{ "penalty": ["l1"] }, { "loss": ["hinge"] }]
} }`);
const { configurations, leftOut } = expandGrid(grid);
for (const { configuration, reason } of leftOut) console.log(`${configuration.name} is left out: ${reason}`);

// Rows are appended as they come. Killed and started again, it goes on where it ended.
const out = join(await mkdtemp(join(tmpdir(), 'benchmark-')), 'results.jsonl');
const rows = await runBenchmark({ out, configurations, samples: { train: 2000, test: null }, repeats: 2 });
for (const { name, parameter, mean, repeats } of summarizeRows(rows))
  console.log(`${name} ${parameterText(parameter)}: ${mean?.toFixed(3)}, mean of ${repeats}`);
