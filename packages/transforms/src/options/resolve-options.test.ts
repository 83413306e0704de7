import { real } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { resolveOperationOptions } from './resolve-options.ts';

describe('options of an operation', () => {
  it.each([[null], [3], ['x'], [[1]]])('are no %j', (options) => {
    const resolve = () => resolveOperationOptions('turn', { by: real(1) }, options as object);
    expect(resolve).toThrow(
      expect.objectContaining({
        name: 'TransformError',
        code: 'E_OPTION',
        message: expect.stringContaining('turn: expected an object of options, got') as string,
      }),
    );
  });

  it('have defaults', () => {
    expect(resolveOperationOptions('turn', { by: real(1) }, {})).toEqual({ by: 1 });
  });
});
