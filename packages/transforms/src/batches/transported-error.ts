import { TransformError, type TransformErrorCode } from '../errors.ts';

/** An error in a form that crosses to another thread and loses nothing. */
export interface TransportedError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string | undefined;
  readonly cause: TransportedError | undefined;
}

/** Packs what was thrown; anything but an error becomes one. */
export function packError(thrown: unknown): TransportedError {
  if (!(thrown instanceof Error)) return packError(new Error(String(thrown)));
  const { name, message, stack, cause } = thrown;
  const code = thrown instanceof TransformError ? thrown.code : undefined;
  return { name, message, stack, code, cause: cause === undefined ? undefined : packError(cause) };
}

/** The error again: of its class where that is known here, with its stack, code and cause. */
export function unpackError({ name, message, stack, code, cause }: TransportedError): Error {
  const options = cause === undefined ? undefined : { cause: unpackError(cause) };
  const error =
    code === undefined
      ? new (classOf(name))(message, options)
      : new TransformError(code as TransformErrorCode, message, options);
  if (error.name !== name) Object.defineProperty(error, 'name', { value: name, configurable: true });
  if (stack !== undefined) Object.defineProperty(error, 'stack', { value: stack, configurable: true });
  return error;
}

function classOf(name: string): ErrorConstructor {
  if (name === 'RangeError') return RangeError;
  return name === 'TypeError' ? TypeError : Error;
}
