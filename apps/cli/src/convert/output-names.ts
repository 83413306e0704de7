export const IMAGES = 'images-idx3-ubyte.gz';
export const LABELS = 'labels-idx1-ubyte.gz';
export const REPORT = 'report.json';
/** The definition by which the other commands read a folder. */
export const DATASET = 'dataset.json';
/** The folder of the pictures of the steps. */
export const STAGES = 'stages';

/** What is asked for beside images and report. */
export interface Extras {
  readonly hasLabels: boolean;
  readonly hasStages: boolean;
}

/** The names of all that a conversion writes. */
export function outputNames({ hasLabels, hasStages }: Extras): readonly string[] {
  return [IMAGES, ...(hasLabels ? [LABELS, DATASET] : []), REPORT, ...(hasStages ? [STAGES] : [])];
}
