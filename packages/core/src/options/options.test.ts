import { describe, expect, it } from 'vitest';
import { either, flag, listOf, type OptionRules, oneOf, orNull, real, whole } from './option-rule.ts';
import { resolveOptions } from './resolve-options.ts';

interface Options {
  readonly count?: number;
  readonly rate?: number;
  readonly depth?: number | null;
  readonly gamma?: 'scale' | 'auto' | number;
  readonly sizes?: readonly number[];
  readonly warm?: boolean;
}

const RULES: OptionRules<Options> = {
  count: whole(5, { min: 1 }),
  rate: real(0.5, { above: 0, max: 1 }),
  depth: orNull(whole(3, { min: 1 })),
  gamma: either(oneOf('scale', ['scale', 'auto']), real(1, { above: 0 })),
  sizes: listOf([100], whole(1, { min: 1 })),
  warm: flag(false),
};

const toError = (message: string) => new RangeError(message);
const resolve = (options: Options) => resolveOptions('Example', RULES, options, toError);

describe('resolveOptions', () => {
  it('fills in what is left out', () => {
    const defaults = { count: 5, rate: 0.5, depth: null, gamma: 'scale', sizes: [100], warm: false };
    expect(resolve({})).toEqual(defaults);
    expect(resolve({ count: 7 })).toEqual({ ...defaults, count: 7 });
  });

  it('keeps null where a rule accepts it, whatever the default', () => {
    const rules: OptionRules<Pick<Options, 'depth'>> = { depth: orNull(whole(3), 3) };
    expect(resolveOptions('Example', rules, {}, toError).depth).toBe(3);
    expect(resolveOptions('Example', rules, { depth: null }, toError).depth).toBeNull();
  });

  it.each([
    [{ count: 0 }, 'Example.count: expected a whole number >= 1, got 0'],
    [{ count: 1.5 }, 'got 1.5'],
    [{ rate: Number.NaN }, 'Example.rate: expected a number > 0 and <= 1, got NaN'],
    [{ depth: -1 }, 'Example.depth: expected a whole number >= 1 or null, got -1'],
    [{ gamma: 'big' }, `Example.gamma: expected 'scale' or 'auto' or a number > 0, got "big"`],
    [{ sizes: [3, 0] }, 'expected a list of a whole number >= 1, got [3,0]'],
    [{ depht: 3 }, 'got the option depht'],
  ])('refuses %j', (options, message) => {
    expect(() => resolve(options as Options)).toThrow(message);
  });

  it('refuses what JSON cannot show', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(() => resolve({ count: 5n } as unknown as Options)).toThrow(RangeError);
    expect(() => resolve({ count: 5n } as unknown as Options)).toThrow('whole number >= 1, got 5');
    expect(() => resolve({ sizes: circle } as unknown as Options)).toThrow(RangeError);
  });

  it('refuses a list with holes', () => {
    const sizes = Object.assign([3, 4], { length: 3 });
    expect(() => resolve({ sizes })).toThrow('Example.sizes: expected a list of a whole number >= 1');
  });

  it('says when there are no options at all', () => {
    expect(() => resolveOptions<object>('Example', {}, { count: 5 }, toError)).toThrow(
      'Example: expected no options, got the option count',
    );
  });
});

describe('rules', () => {
  it.each([
    [RULES.count, '12', 12],
    [RULES.count, 'x', undefined],
    [RULES.count, '', undefined],
    [RULES.rate, '1e-3', 1e-3],
    [RULES.depth, 'none', null],
    [RULES.gamma, 'auto', 'auto'],
    [RULES.gamma, '0.1', 0.1],
    [RULES.sizes, '256, 128', [256, 128]],
    [RULES.sizes, '256,', undefined],
    [RULES.warm, 'true', true],
  ])('read the text of a command line', (rule, text, value) => {
    expect(rule.parse(text)).toEqual(value);
  });
});
