/** Thrown for files of answers that cannot be taken. */
export class AnswersError extends Error {
  override readonly name = 'AnswersError';
  readonly code = 'E_ANSWERS';
}
