import { formatState, INITIAL_STATE, type PageState, parseState } from '@fashion-mnist/benchmark/report';
import {
  type BoardState,
  formatBoardState,
  INITIAL_BOARD,
  parseBoardState,
} from './leaderboard/board-state.ts';

const SECTIONS = ['classifiers', 'leaderboard'] as const;
export type Section = (typeof SECTIONS)[number];

/** All that a reader has chosen in this part; it stands in the address. */
export interface BenchmarkState {
  readonly section: Section;
  readonly classifiers: PageState;
  readonly leaderboard: BoardState;
}

export const INITIAL: BenchmarkState = {
  section: 'classifiers',
  classifiers: INITIAL_STATE,
  leaderboard: INITIAL_BOARD,
};

/** What a query says; what it does not say, or says wrongly, is as at first. */
export function parseBenchmarkState(query: URLSearchParams): BenchmarkState {
  return {
    section: SECTIONS.find((section) => section === query.get('section')) ?? INITIAL.section,
    classifiers: parseState(query.toString()),
    leaderboard: parseBoardState(query),
  };
}

/** The query that `parseBenchmarkState` takes, without what is as at first. */
export function formatBenchmarkState({ section, classifiers, leaderboard }: BenchmarkState): URLSearchParams {
  const query = new URLSearchParams(formatState(classifiers));
  if (section !== INITIAL.section) query.set('section', section);
  for (const [key, value] of formatBoardState(leaderboard)) query.append(key, value);
  return query;
}
