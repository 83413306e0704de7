import { expect } from 'vitest';

/** The error for a definition that is not valid. */
export const refusal = (message: RegExp | string): Error =>
  expect.objectContaining({
    name: 'DatasetFetchError',
    code: 'E_DEFINITION',
    message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
  });
