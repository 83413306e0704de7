/** What is wrong with options or input. Codes are stable; messages are not. */
export type VisualizeErrorCode =
  /** An option is outside its range. */
  | 'E_OPTION'
  /** Too few samples for the method and its options. */
  | 'E_COUNT'
  /** Shapes do not fit each other. */
  | 'E_SHAPE'
  /** The browser has no WebGL2, or the graphics device has been taken away. */
  | 'E_RENDERER';

/** Thrown for options and input that cannot be drawn or projected. */
export class VisualizeError extends Error {
  override readonly name = 'VisualizeError';
  readonly code: VisualizeErrorCode;

  constructor(code: VisualizeErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
