import { DatasetFetchError } from '../../errors.ts';

/** The cache cannot be used, and what the user can do about it. */
export function cacheError(action: 'read' | 'write to', path: string, cause: unknown): DatasetFetchError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new DatasetFetchError(
    'E_CACHE',
    `cannot ${action} the cache at ${path} (${reason}); choose another folder with FASHION_MNIST_CACHE`,
    { cause },
  );
}

/** The code of a failed call to the system, such as `ENOENT`; empty for any other error. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
