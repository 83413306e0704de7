import type { Loss, Optimizer, Schedule } from '@fashion-mnist/models/deep';
import type { PipelineDocument } from '@fashion-mnist/transforms';

/** A description whose options may be left out: those have their defaults. */
type Described<Whole extends { readonly kind: string }> = Whole extends unknown
  ? Pick<Whole, 'kind'> & Partial<Whole>
  : never;

/** How a row is reproduced by training a network of `@fashion-mnist/models/deep`. */
export interface NetworkRecipe {
  /** Of the row, or of an entry of our own. */
  readonly row: string;
  /** Its name in `networks`. */
  readonly network: string;
  readonly pipelines: {
    /** What is done to images that are learned from: a pipeline, or the name of a preset of `@fashion-mnist/transforms`. */
    readonly train: PipelineDocument | string;
    /** What is done to those that are judged: nothing by chance. */
    readonly judged: PipelineDocument;
  };
  readonly batchSize: number;
  readonly epochs: number;
  readonly loss: Described<Loss>;
  readonly optimizer: Described<Optimizer>;
  readonly schedule: Described<Schedule>;
  /** The greatest global norm of gradients. */
  readonly gradientClipping: number | null;
  /** Decay of the moving averages that the network has at the end. */
  readonly average: number | null;
  /** Whether answers are means of those for the image and for its mirror image. */
  readonly flips: boolean;
  readonly seed: number;
  /** How the settings were found. */
  readonly chosen: string;
  /** In what training differs from the row's own, where that is known; the network's and the preset's stand with them. */
  readonly deviations: readonly string[];
}
