/** What went wrong, as a word that stays the same when messages change. */
export type BenchmarkErrorCode =
  /** A grid that is not of the original's shape, or names what no classifier has. */
  | 'E_GRID'
  /** A line of a results file that is none, or a file that is none. */
  | 'E_RESULTS'
  /** Another runner writes to this results file. */
  | 'E_LOCKED'
  /** A process that does jobs died or could not start. */
  | 'E_WORKER'
  /** The data of a worker are not those of the job. */
  | 'E_DATASET'
  /** A worker has another version of this package than the job is about. */
  | 'E_VERSION'
  /** An address of a queue that is neither of Redis nor of PostgreSQL, or a server that cannot be reached. */
  | 'E_QUEUE'
  /** No such row of the leaderboard, or none that can be run. */
  | 'E_ROW'
  /** A submission, answers or runs that break the leaderboard's rules. */
  | 'E_LEADERBOARD'
  /** A checkpoint of another recipe, seed or data, or none. */
  | 'E_CHECKPOINT'
  /** An option out of range. */
  | 'E_OPTION';

/** Thrown for input that the benchmark cannot work with, and for trouble around its jobs. */
export class BenchmarkError extends Error {
  override readonly name = 'BenchmarkError';
  readonly code: BenchmarkErrorCode;

  constructor(code: BenchmarkErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
