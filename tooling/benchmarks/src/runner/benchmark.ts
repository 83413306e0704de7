/** What a contender is measured in; `''` for pure numbers. */
export type Unit = 'ms' | 'GB/s' | 'GFLOP/s' | 'images/s' | 'MB' | 'KB' | '';

/** One way of doing the work. */
export interface Contender {
  readonly name: string;
  /** Of what it runs on, for example `Python 3.11.2, NumPy 1.24.2`. */
  readonly versions?: string;
  /** Does the work once and gives the figure, in the unit of its comparison. */
  measure(): number | Promise<number>;
  /** What is done once before the rounds. @default the work itself, again and again for a while */
  warmUp?(): void | Promise<void>;
}

/** A way of doing the work that cannot be measured here, and why. */
export interface AbsentContender {
  readonly name: string;
  readonly reason: string;
}

/** A bound on the median of a contender, or on how it compares with the median of another one. */
export interface Target {
  readonly of: string;
  /** The contender that the median is divided by. */
  readonly to?: string;
  /** The contender whose median is subtracted; not beside `to`. */
  readonly minus?: string;
  readonly bound: { readonly atLeast: number } | { readonly atMost: number };
  /** What is hoped for beyond the bound, in the same direction. */
  readonly aim?: number;
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

/** What the user may ask of a benchmark. */
export interface Extent {
  /** Images to work on. @default the benchmark's own number */
  readonly imageCount?: number | undefined;
}

export interface Benchmark {
  readonly name: string;
  readonly question: string;
  /** How often each contender is measured. @default 7 */
  readonly rounds?: number;
  /** Takes so long that `all` leaves it out. @default false */
  readonly isSlow?: boolean;
  prepare(cleanup: Cleanup, extent: Extent): Promise<readonly Comparison[]>;
}
