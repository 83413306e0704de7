/** What somebody hands in: predictions, and what is to be known of them. */
export interface Submission {
  /** Of the method, as `2 Conv+pooling`. */
  readonly classifier: string;
  /** @default 'None' */
  readonly preprocessing: string;
  readonly submitter: string;
  /** Web addresses of the code, at least one. */
  readonly links: readonly string[];
  /** `fashion-mnist` or `mnist`. */
  readonly dataset: string;
  /** One per test image, in the order of the published file. */
  readonly labels: readonly number[];
  /** The submitter's statement that nothing was chosen by looking at the test images. */
  readonly testSetUsedOnce: boolean;
}
