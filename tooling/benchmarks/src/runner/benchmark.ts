/** What a contender is measured in. */
export type Unit = 'ms' | 'GB/s' | 'MB' | 'KB';

/** One way of doing the work. */
export interface Contender {
  readonly name: string;
  /** Does the work once and gives the figure, in the unit of its comparison. */
  measure(): number | Promise<number>;
}

/** A way of doing the work that cannot be measured here, and why. */
export interface AbsentContender {
  readonly name: string;
  readonly reason: string;
}

/** A bound on the median of a contender, or on its quotient by the median of another one. */
export interface Target {
  readonly of: string;
  readonly to?: string;
  readonly bound: { readonly atLeast: number } | { readonly atMost: number };
}

/** Contenders that do the same work, measured in turn, round by round. */
export interface Comparison {
  readonly title: string;
  readonly unit: Unit;
  readonly contenders: readonly (Contender | AbsentContender)[];
  readonly targets?: readonly Target[];
}

/** Where a benchmark leaves what has to be undone at its end. */
export interface Cleanup {
  defer(action: () => void | Promise<void>): void;
}

export interface Benchmark {
  readonly name: string;
  readonly question: string;
  prepare(cleanup: Cleanup): Promise<readonly Comparison[]>;
}
