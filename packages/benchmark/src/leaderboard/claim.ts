/** What stands in a row of the original README. */
export interface ClaimFacts {
  /** A stable name of the row, as `hog-svm`. */
  readonly id: string;
  readonly classifier: string;
  readonly preprocessing: string;
  /** Accuracy on the test images of Fashion-MNIST, `0..1`. */
  readonly fashion: number;
  /** The same on MNIST, where it was claimed. */
  readonly mnist: number | null;
  readonly submitter: string;
  /** Where the code is, as the row says; a path beginning with a slash is one of the original repository. */
  readonly links: readonly string[];
}

/** What is known of a claim beyond itself. Minutes are those of two cores. */
export type ClaimStatus =
  /** A run of ours has reached it, on Fashion-MNIST at least. */
  | {
      readonly status: 'verified';
      /** Names of files in `leaderboard/results`: of one run on all datasets, or one a dataset. */
      readonly results: readonly string[];
      /** Our accuracies, as in the files. */
      readonly verified_fashion: number;
      /** null: nothing was claimed, or the row was not run on MNIST yet */
      readonly verified_mnist: number | null;
    }
  /** There is a recipe; nobody has run it on all images yet. */
  | {
      readonly status: 'runnable';
      /** An estimate. */
      readonly minutes: number;
      /** What is worth knowing of the claim. */
      readonly note: string | null;
    }
  /** Possible, once what it needs is built. */
  | {
      readonly status: 'planned';
      readonly needs: string;
      /** null: unknown */
      readonly minutes: number | null;
      readonly note: string | null;
    }
  | { readonly status: 'not-reproducible'; readonly reason: string }
  /** No program's accuracy. */
  | { readonly status: 'constant'; readonly reason: string };

/** A row of the original's leaderboard. @see https://github.com/zalandoresearch/fashion-mnist#benchmark */
export type Claim = ClaimFacts & ClaimStatus;
