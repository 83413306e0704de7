import type { ImagePlace } from './audited-images.ts';

/** What `audit` finds, for programs. */
export interface AuditReport {
  readonly dataset: string;
  /** Images of each split. */
  readonly counts: Readonly<Record<string, number>>;
  readonly duplicates: readonly DuplicateGroup[];
  readonly leakage: Leakage;
  readonly nearDuplicates: NearDuplicates;
  /** Null when they were not asked for. */
  readonly doubtfulLabels: DoubtfulLabelsReport | null;
  /** Null without a list to compare with. */
  readonly comparison: Comparison | null;
}

/** How many test images stand among the training images, which a model can know by heart. */
interface Leakage {
  /** Byte for byte. */
  readonly identicalCount: number;
  /** Nearly, or byte for byte. */
  readonly nearCount: number;
}

/** Images that are the same byte for byte. */
export interface DuplicateGroup {
  readonly images: readonly ImagePlace[];
  readonly acrossSplits: boolean;
  readonly sameLabel: boolean;
}

export interface NearDuplicates {
  /** By how many of 255 grey levels pixels differ at most, as root mean square. */
  readonly levels: number;
  /** How many of each image's nearest were looked at. */
  readonly neighborCount: number;
  /** Images all of whose nearest are within reach, so that there may be more pairs. */
  readonly crowdedCount: number;
  readonly pairs: readonly NearDuplicate[];
}

export interface NearDuplicate {
  readonly images: readonly [ImagePlace, ImagePlace];
  /** By how many grey levels pixels differ, as root mean square. */
  readonly levels: number;
  readonly acrossSplits: boolean;
  readonly sameLabel: boolean;
}

export interface DoubtfulLabelsReport {
  readonly model: string;
  readonly folds: number;
  readonly seed: number;
  /** Of the model on images that it has not learned from, `0..1`. */
  readonly accuracy: number;
  /** Share of labels that are wrong if the model is taken at its word, `0..1`. */
  readonly wrongShare: number;
  /** The most doubtful first. */
  readonly suspects: readonly DoubtfulLabel[];
}

export interface DoubtfulLabel extends ImagePlace {
  readonly suggestion: number;
  readonly suggestedClass: string;
  /** `0..1`, the higher the more doubtful; the mean of what the model says and of the neighbours' disagreement. */
  readonly doubt: number;
  /** The probability of the label, less that of the likeliest other class, `-1..1`. */
  readonly margin: number;
  /** Share of the nearest images that bear another label, `0..1`. */
  readonly disagreement: number;
}

/** Images of a list, and which of them are among the doubtful labels. */
export interface Comparison {
  readonly file: string;
  readonly count: number;
  readonly foundCount: number;
  readonly images: readonly (ImagePlace & {
    /** Its place among the doubtful labels, from 1; null when it is not among them. */
    readonly rank: number | null;
  })[];
}
