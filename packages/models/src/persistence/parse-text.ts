import { asRecord } from './model-document.ts';
import { modelFileError } from './model-file-error.ts';

/**
 * The object that a text of a file stands for.
 *
 * @throws {ModelsError} `E_MODEL` - there is no such text, or it is no JSON object.
 */
export function parseText(name: string, text: string | undefined): Record<string, unknown> {
  try {
    return asRecord(name, JSON.parse(text ?? ''));
  } catch (cause) {
    throw modelFileError(`${name}: expected JSON`, { cause });
  }
}
