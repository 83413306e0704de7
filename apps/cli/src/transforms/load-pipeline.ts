import { readFile } from 'node:fs/promises';
import { type Pipeline, parsePipeline, TransformError } from '@fashion-mnist/transforms';
import { presets } from '@fashion-mnist/transforms/presets';
import { closest } from '../datasets/closest.ts';
import { UsageError } from '../usage-error.ts';

/** The pipeline of a preset's name, or of a JSON file: what ends in .json or has a slash is a file. */
export async function loadPipeline(argument: string, signal: AbortSignal): Promise<Pipeline> {
  if (!/\.json$|[/\\]/i.test(argument)) return parsePipeline(presetOf(argument));
  const text = await readFile(argument, { encoding: 'utf8', signal });
  return naming(argument, () => parsePipeline(parseJson(text)));
}

function presetOf(name: string) {
  const preset = presets.find((candidate) => candidate.name === name);
  if (preset !== undefined) return preset;
  const names = presets.map((candidate) => candidate.name);
  const likely = closest(name, names);
  const hint = likely === undefined ? '' : `\n(Did you mean ${likely}?)`;
  throw new UsageError(
    `--transform: expected a file that ends in .json, or one of ${names.join(', ')}, got '${name}'${hint}`,
  );
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
