import { readFile } from 'node:fs/promises';
import { type Pipeline, parsePipeline, TransformError } from '@fashion-mnist/transforms';
import { presetNamed } from '@fashion-mnist/transforms/presets';
import { UsageError } from '../usage-error.ts';

/**
 * The pipeline of a preset's name, or of a JSON file: what ends in .json or has a slash is a file.
 *
 * @param flag - Whose argument it is, for messages.
 */
export async function loadPipeline(flag: string, argument: string, signal: AbortSignal): Promise<Pipeline> {
  if (!/\.json$|[/\\]/i.test(argument)) return parsePipeline(presetOf(flag, argument));
  const text = await readFile(argument, { encoding: 'utf8', signal });
  return naming(argument, () => parsePipeline(parseJson(text)));
}

function presetOf(flag: string, name: string) {
  try {
    return presetNamed(name);
  } catch (cause) {
    if (!(cause instanceof TransformError)) throw cause;
    throw new UsageError(`${flag}: expected a file that ends in .json or a preset: ${cause.message}`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TransformError('E_PIPELINE', `expected JSON: ${(cause as Error).message}`, { cause });
  }
}

/** The same, with where it comes from in what it throws. */
function naming<Result>(origin: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TransformError)) throw error;
    throw new TransformError('E_PIPELINE', `${origin}: ${error.message}`, { cause: error });
  }
}
