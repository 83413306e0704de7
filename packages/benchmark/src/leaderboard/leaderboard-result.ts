import type { Recipe } from './recipes/recipe.ts';

/** The files of a dataset by what is in them: SHA-256 of the decompressed bytes, lower-case hexadecimal. */
export interface DatasetFiles {
  /** As `fashion-mnist`. */
  readonly name: string;
  readonly train_images: string;
  readonly train_labels: string;
  readonly test_images: string;
  readonly test_labels: string;
}

/** How good predictions are on the test images of a dataset. */
export interface Figure {
  readonly dataset: DatasetFiles;
  /** Share of right labels, `0..1`. */
  readonly accuracy: number;
  readonly correct: number;
  readonly count: number;
  /** Wilson's interval of the accuracy at 95 %. */
  readonly interval: readonly [low: number, high: number];
  /** Share of right labels among the images of each class, in the order of the labels. */
  readonly per_class: readonly { readonly class: string; readonly accuracy: number }[];
  /** SHA-256 of the predicted labels as bytes, one per test image. */
  readonly predictions_sha256: string;
}

/** A figure of a run, beside what was claimed. */
export interface RunFigure extends Figure {
  /** null: an entry of our own */
  readonly claimed: number | null;
  /** See `compareWithClaim`; null where nothing is claimed. */
  readonly verdict: 'agrees' | 'exceeds' | 'falls-short' | null;
  readonly fit_seconds: number;
  readonly predict_seconds: number;
  /** Of networks. */
  readonly training?: TrainingFacts;
}

/** What came of the training of a network. */
export interface TrainingFacts {
  readonly epochs: number;
  /** How many numbers it has learned. */
  readonly parameters: number;
  /** tfjs' backend that has computed. */
  readonly backend: string;
  /** SHA-256 of the network as `saveNetwork` of `@fashion-mnist/models/deep` writes it. */
  readonly weights_sha256: string;
}

/** On what a run was made. */
export interface RunMachine {
  readonly cpu: string;
  readonly cores: number;
  readonly memory_bytes: number;
  readonly node: string;
  readonly threads: number;
}

/** A recipe run on all images: the file behind a verified row. */
export interface RunResult {
  readonly kind: 'run';
  /** Id of the row, or of the entry of our own. */
  readonly row: string;
  /** Fashion-MNIST, then MNIST where the row claims something of it. */
  readonly figures: readonly RunFigure[];
  /** The largest difference that counts as agreement. */
  readonly tolerance: number;
  /** With every option. */
  readonly recipe: Recipe;
  readonly seed: number;
  readonly machine: RunMachine;
  readonly package_version: string;
  /** Of the sources, where they are an unchanged checkout. */
  readonly commit: string | null;
  /** As `2026-11-29`, in UTC. */
  readonly date: string;
}

/** Predictions that somebody handed in: their accuracy is checked, the run behind them is not. */
export interface SubmissionResult {
  readonly kind: 'submission';
  /** Id of the new row. */
  readonly row: string;
  readonly classifier: string;
  readonly preprocessing: string;
  readonly submitter: string;
  readonly links: readonly string[];
  readonly figures: readonly [Figure];
  /** As the submitter states. */
  readonly test_set_used_once: true;
  /** What a reader should know. */
  readonly warnings: readonly string[];
  readonly package_version: string;
  /** As `2026-11-29`, in UTC. */
  readonly date: string;
}

/** A file of `leaderboard/results`. It never changes. */
export type LeaderboardResult = RunResult | SubmissionResult;
