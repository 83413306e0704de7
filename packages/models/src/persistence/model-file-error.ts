import { ModelsError } from '../errors.ts';

/** What is wrong with the bytes or the document of a model. */
export function modelFileError(message: string, options?: ErrorOptions): ModelsError {
  return new ModelsError('E_MODEL', `saved model: ${message}`, options);
}
