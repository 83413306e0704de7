/** What is known of a thing: lines for people, data for programs. */
export interface Report {
  readonly lines: readonly string[];
  readonly data: unknown;
}
