import { TransformError } from '../errors.ts';
import { isRecord, shown } from '../options/values.ts';
import { compose } from './compose.ts';
import type { Pipeline } from './pipeline.ts';
import type { Step } from './step.ts';

/**
 * The pipeline of a document: what `JSON.parse` gives, or `toJSON` of a pipeline, or a preset.
 *
 * @param document - `{ "name"?, "description"?, "source"?, "deviations"?, "steps": [{ "operation": "flip", … }, …] }`
 * @throws {TransformError} `E_PIPELINE` - it is something else; the message has the number of the step, its operation and
 *   the option.
 */
export function parsePipeline(document: unknown): Pipeline {
  if (!isRecord(document))
    throw new TransformError(
      'E_PIPELINE',
      `expected { "steps": [{ "operation": … }, …] }, got ${shown(document)}`,
    );
  const { steps, ...about } = document;
  return compose(steps as readonly Step[], about);
}
