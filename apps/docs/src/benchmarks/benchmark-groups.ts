import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readFromRoot, root } from '../repository.ts';

export interface ListedBenchmark {
  readonly name: string;
  /** What is done, in Markdown. */
  readonly work: string;
  readonly peers: string;
}

export interface BenchmarkGroup {
  readonly title: string;
  readonly benchmarks: readonly ListedBenchmark[];
  /** Those whose figures are kept as data. */
  readonly names: readonly string[];
}

const ROW = /^\| `([\w-]+)` +\| (.+?) +\| (.*?) +\|$/gm;

/** What there is to run, in the groups in which the README of the benchmarks lists it. */
export function benchmarkGroups(): readonly BenchmarkGroup[] {
  const sections = readFromRoot('tooling/benchmarks/README.md').split(/^## /m).slice(1);
  return sections
    .map((section) => ({ title: section.slice(0, section.indexOf('\n')), benchmarks: listedIn(section) }))
    .filter(({ title, benchmarks }) => benchmarks.length > 0 && !title.startsWith('Last figures'))
    .map((group) => ({ ...group, names: group.benchmarks.map(({ name }) => name).filter(isKept) }));
}

function listedIn(section: string): readonly ListedBenchmark[] {
  return Array.from(section.matchAll(ROW), ([, name = '', work = '', peers = '']) => ({ name, work, peers }));
}

/** The file with the last figures of a benchmark. */
export function resultPath(name: string): string {
  return `tooling/benchmarks/results/${name}.json`;
}

function isKept(name: string): boolean {
  return existsSync(join(root, resultPath(name)));
}
