import type { PageState } from '@fashion-mnist/benchmark/report';
import { type ReadonlySignal, signal } from '@preact/signals';
import { rewriteQuery, route } from '../../state/route.ts';
import { type BenchmarkState, formatBenchmarkState, INITIAL, parseBenchmarkState } from './address.ts';
import type { BoardState } from './leaderboard/board-state.ts';

const current = signal(INITIAL);

export const benchmarkState: ReadonlySignal<BenchmarkState> = current;

export function changeState(change: Partial<BenchmarkState>): void {
  current.value = { ...current.peek(), ...change };
  rewriteQuery(formatBenchmarkState(current.peek()));
}

export function changeClassifiers(change: Partial<PageState>): void {
  changeState({ classifiers: { ...current.peek().classifiers, ...change } });
}

export function changeLeaderboard(change: Partial<BoardState>): void {
  changeState({ leaderboard: { ...current.peek().leaderboard, ...change } });
}

/** Takes up what the address says. An address that says nothing gets what was chosen before. */
export function followAddress(): void {
  const { part, query } = route.value;
  if (part !== 'benchmark') return;
  if (query.size > 0) current.value = parseBenchmarkState(query);
  else rewriteQuery(formatBenchmarkState(current.peek()));
}
