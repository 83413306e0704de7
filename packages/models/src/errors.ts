/** What is wrong with options or input. Codes are stable; messages are not. */
export type ModelsErrorCode =
  /** An option is outside its range. */
  | 'E_OPTION'
  /** Samples and labels do not fit each other or the fitted model. */
  | 'E_SHAPE';

/** Thrown for options and input that a model cannot work with. */
export class ModelsError extends Error {
  override readonly name = 'ModelsError';
  readonly code: ModelsErrorCode;

  constructor(code: ModelsErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
