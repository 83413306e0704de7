import { describe, expect, it } from 'vitest';
import { KernelsError } from '../errors.ts';
import { packError, unpackError } from './transported-error.ts';

const trap = new WebAssembly.RuntimeError('unreachable');
const own = new KernelsError('E_MEMORY', 'too much', { cause: new RangeError('of it') });
const system = Object.assign(new Error('gone'), { code: 'ENOENT' });

describe('an error on its way to another thread', () => {
  it.each([own, new TypeError('a type'), new RangeError('a range'), trap, system])(
    'keeps class, message, code and stack: %o',
    (error) => {
      const copy = unpackError(structuredClone(packError(error)));
      expect(copy).toBeInstanceOf(error.constructor);
      const { name, message, stack } = copy;
      expect({ name, message, stack }).toEqual({
        name: error.name,
        message: error.message,
        stack: error.stack,
      });
      expect((copy as { code?: string }).code).toBe((error as { code?: string }).code);
    },
  );

  it('keeps its cause', () => {
    const { cause } = unpackError(packError(own));
    expect(cause).toBeInstanceOf(RangeError);
    expect((cause as Error).message).toBe('of it');
  });

  it('keeps the name of a class that nobody knows here', () => {
    class RareError extends Error {
      override readonly name = 'RareError';
    }
    expect(unpackError(packError(new RareError('rare'))).name).toBe('RareError');
  });

  it('makes an error of whatever else was thrown', () => {
    expect(unpackError(packError('just a text')).message).toBe('just a text');
  });
});
