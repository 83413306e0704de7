import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Benchmark, Comparison, Contender } from '../runner/benchmark.ts';
import { once } from '../runner/once.ts';
import { FAMILIES } from './families.ts';

const COUNTS = [6000, 15_000, 30_000, 60_000] as const;
const PROGRAM = fileURLToPath(new URL('growth-program.ts', import.meta.url));

/** What a process tells that has fitted and predicted once. */
interface Growth {
  readonly fitMs: number;
  readonly predictMs: number;
  readonly peakMb: number;
}

/** How time and memory grow with the number of images; a process for each size, cold. */
export const classicalGrowth: Benchmark = {
  name: 'classical-growth',
  question: 'How do fitting, predicting and memory grow with the number of images?',
  rounds: 1,
  isSlow: true,
  prepare: async () =>
    FAMILIES.flatMap(({ name, contests: [contest] }) => comparisonsOf(name, contest?.title)),
};

function comparisonsOf(family: string, title = ''): readonly Comparison[] {
  const sizes = COUNTS.map((count) => ({
    name: `${count.toLocaleString('en')} images`,
    grow: once(() => runProgram(family, count)),
  }));
  const contenders = (figureOf: (growth: Growth) => number): readonly Contender[] =>
    sizes.map(({ name, grow }) => ({ name, measure: async () => figureOf(await grow()), warmUp: () => {} }));
  return [
    { title: `fit, ${family}: ${title}`, unit: 'ms', contenders: contenders(({ fitMs }) => fitMs) },
    {
      title: `predict 10,000 images, ${family}`,
      unit: 'ms',
      contenders: contenders(({ predictMs }) => predictMs),
    },
    {
      title: `peak memory of the process, ${family}`,
      unit: 'MB',
      contenders: contenders(({ peakMb }) => peakMb),
    },
  ];
}

async function runProgram(family: string, trainCount: number): Promise<Growth> {
  const args = [...process.execArgv, PROGRAM, family, String(trainCount)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Growth;
}
