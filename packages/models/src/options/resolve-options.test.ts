import { whole } from '@fashion-mnist/core';
import { expect, it } from 'vitest';
import { resolveOptions } from './resolve-options.ts';

it('refuses what no rule accepts with an error of this package', () => {
  const resolve = () => resolveOptions('Example', { count: whole(5, { min: 1 }) }, { count: 0 });
  expect(resolve).toThrow(
    expect.objectContaining({
      name: 'ModelsError',
      code: 'E_OPTION',
      message: 'Example.count: expected a whole number >= 1, got 0',
    }),
  );
});
