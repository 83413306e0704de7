/** What somebody took an image for. */
export interface HumanAnswer {
  /** Of the test image. */
  readonly index: number;
  /** Who answered: any name, the same for all answers of a person. */
  readonly annotator: string;
  readonly label: number;
  /** How long it took; null where nobody measured. */
  readonly seconds: number | null;
}
