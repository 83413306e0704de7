import { TransformError } from '../errors.ts';
import { deepFreeze, isRecord, shown } from '../options/values.ts';
import type { PipelineAbout } from './pipeline-document.ts';

/** What a document may have beside its steps. */
const ABOUT: Readonly<Record<keyof PipelineAbout, (value: unknown) => boolean>> = {
  name: isText,
  description: isText,
  source: isListOfTexts,
  deviations: isListOfTexts,
};

/**
 * What is said of a pipeline, checked, as a frozen copy without what is undefined.
 *
 * @throws {TransformError} `E_PIPELINE` - the message has the key.
 */
export function checkAbout(about: unknown): PipelineAbout {
  if (!isRecord(about)) throw invalid(`expected { "name", "description", … }, got ${shown(about)}`);
  const given = Object.entries(about).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) checkEntry(name, value);
  return deepFreeze(structuredClone(Object.fromEntries(given)));
}

function checkEntry(name: string, value: unknown): void {
  const isValid = Object.hasOwn(ABOUT, name) ? ABOUT[name as keyof PipelineAbout] : undefined;
  if (isValid === undefined)
    throw invalid(`expected ${Object.keys(ABOUT).join(', ')} beside the steps, got ${shown(name)}`);
  if (!isValid(value))
    throw invalid(
      `${name}: expected ${isValid === isText ? 'a text' : 'a list of texts'}, got ${shown(value)}`,
    );
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && Array.from<unknown>(value).every(isText);
}

function invalid(message: string): TransformError {
  return new TransformError('E_PIPELINE', message);
}
