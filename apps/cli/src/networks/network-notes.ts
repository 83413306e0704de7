import type { Loss } from '@fashion-mnist/models/deep';
import type { PipelineDocument } from '@fashion-mnist/transforms';
import type { LearnedFrom } from '../models/model-notes.ts';

/** What is noted in the file of a network beside it. */
export interface NetworkNotes extends LearnedFrom {
  /** What is done to images before it answers. */
  readonly preparation: PipelineDocument;
  readonly loss: Loss;
}
