import { TransformError } from '../errors.ts';
import { checkSteps, isRecord, shown } from './check-steps.ts';
import { compose } from './compose.ts';
import type { Pipeline } from './pipeline.ts';
import type { PipelineAbout } from './pipeline-document.ts';

/** What a document may have beside its steps. */
const ABOUT: Readonly<Record<keyof PipelineAbout, (value: unknown) => boolean>> = {
  name: isText,
  description: isText,
  source: isListOfTexts,
  deviations: isListOfTexts,
};

/**
 * The pipeline of a document: what `JSON.parse` gives, or `toJSON` of a pipeline, or a preset.
 *
 * @param document - `{ "name"?, "description"?, "source"?, "deviations"?, "steps": [{ "operation": "flip", … }, …] }`
 * @throws {TransformError} `E_PIPELINE` - it is something else; the message has the number of the step, its operation and
 *   the option.
 */
export function parsePipeline(document: unknown): Pipeline {
  if (!isRecord(document))
    throw invalid(`expected { "steps": [{ "operation": … }, …] }, got ${shown(document)}`);
  const { steps, ...about } = document;
  for (const [name, value] of Object.entries(about)) {
    const isValid = Object.hasOwn(ABOUT, name) ? ABOUT[name as keyof PipelineAbout] : undefined;
    if (isValid === undefined)
      throw invalid(`expected ${[...Object.keys(ABOUT), 'steps'].join(', ')}, got ${shown(name)}`);
    if (!isValid(value))
      throw invalid(
        `${name}: expected ${isValid === isText ? 'a text' : 'a list of texts'}, got ${shown(value)}`,
      );
  }
  return compose(checkSteps(steps), about);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function invalid(message: string): TransformError {
  return new TransformError('E_PIPELINE', message);
}
