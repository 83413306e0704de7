import type { Command } from '@fashion-mnist/kernels';

/** The sum of all closenesses `1 / (1 + distance^2)` of a map, by which repulsion is divided. */
export interface Normalisation {
  /** `Float64Array` of `sumCount`, which add up to it and to `selfSum`. */
  readonly sums: number;
  readonly sumCount: number;
  readonly selfSum: number;
}

/** How the points of a map push each other away. */
export interface Repulsion {
  /** Iterations whose commands may go out together, because nothing has to be decided between them. */
  readonly roundsPerSubmit: number;
  /** Commands that compute forces where the points are now. */
  commands(): Promise<readonly Command[]>;
  /** Where these commands leave their sums; to be asked for after them. */
  normalisation(): Normalisation;
  /** Gives memory back. */
  dispose(): void;
}
