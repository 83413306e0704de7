import { KernelsError, type KernelsErrorCode } from '../errors.ts';

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
  const code = 'code' in thrown ? String(thrown.code) : undefined;
  return { name, message, stack, code, cause: cause === undefined ? undefined : packError(cause) };
}

/** The error again: of its class where that is known here, with its stack, code and cause. */
export function unpackError(packed: TransportedError): Error {
  const { name, message, stack, code, cause } = packed;
  const options = cause === undefined ? undefined : { cause: unpackError(cause) };
  const error = createError(name, message, code, options);
  if (error.name !== name) Object.defineProperty(error, 'name', { value: name, configurable: true });
  if (code !== undefined && !('code' in error)) Object.defineProperty(error, 'code', { value: code });
  if (stack !== undefined) Object.defineProperty(error, 'stack', { value: stack, configurable: true });
  return error;
}

function createError(name: string, message: string, code: string | undefined, options?: ErrorOptions): Error {
  switch (name) {
    case 'KernelsError':
      return new KernelsError(code as KernelsErrorCode, message, options);
    case 'RangeError':
      return new RangeError(message, options);
    case 'TypeError':
      return new TypeError(message, options);
    case 'RuntimeError':
      return new WebAssembly.RuntimeError(message);
    default:
      return new Error(message, options);
  }
}
