import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedDefinition as changed, validDefinition as valid } from '../../test/definition-document.ts';
import { defineDataset } from './define-dataset.ts';

describe('defineDataset, given something hostile', () => {
  const outcome = (value: unknown): unknown => {
    try {
      return defineDataset(value);
    } catch (error) {
      return error;
    }
  };

  it('keeps what it has checked of a property that changes when it is read', () => {
    let reads = 0;
    const document = Object.defineProperty(structuredClone(valid), 'name', {
      enumerable: true,
      get: () => (reads++ === 0 ? 'tiny' : '../../etc'),
    });
    expect(defineDataset(document).name).toBe('tiny');
    expect(reads).toBe(1);
  });

  const cyclic: Record<string, unknown> = { ...valid };
  cyclic['files'] = [cyclic, cyclic];
  const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const throwing = new Proxy(
    {},
    {
      get: () => {
        throw revoked.proxy;
      },
      ownKeys: () => {
        throw null;
      },
      getPrototypeOf: () => {
        throw new Error('no');
      },
    },
  );

  it.each<{ what: string; value: unknown }>([
    { what: 'nothing', value: undefined },
    { what: 'a function', value: () => valid },
    { what: 'a symbol', value: Symbol('valid') },
    { what: 'a cycle', value: cyclic },
    { what: 'deep nesting', value: changed(['files', deep]) },
    { what: 'a huge list with nothing in it', value: changed(['classNames', new Array(2 ** 32 - 1)]) },
    { what: 'a list with holes', value: changed(['classNames', new Array(3)]) },
    { what: 'a revoked proxy', value: revoked.proxy },
    { what: 'a revoked proxy within', value: changed(['files[0]', revoked.proxy]) },
    { what: 'a proxy that throws', value: throwing },
    {
      what: 'a getter that throws',
      value: {
        ...valid,
        get name() {
          throw revoked.proxy;
        },
      },
    },
    {
      what: 'a list of a length of its own',
      value: changed(['classNames', new Proxy([], { get: () => 0.5 })]),
    },
    {
      what: 'an inherited name',
      value: Object.assign(Object.create({ name: 'tiny' }), changed(['name', undefined])),
    },
    { what: 'another prototype by its JSON key', value: JSON.parse('{"__proto__": {"name": "tiny"}}') },
    { what: 'a key that is a symbol', value: { ...valid, [Symbol('more')]: 1 } },
    { what: 'an object that turns into a text', value: changed(['name', { toString: () => 'tiny' }]) },
  ])('refuses $what', ({ value }) => {
    expect(outcome(value)).toMatchObject({ name: 'DatasetFetchError', code: 'E_DEFINITION' });
  });

  it('says what cannot be read, and why', () => {
    const error = new Error('no');
    const value = Object.defineProperty({ ...valid }, 'title', {
      enumerable: true,
      get: () => {
        throw error;
      },
    });
    expect(outcome(value)).toMatchObject({
      message: 'definition: title: expected plain data, got a value that cannot be read',
      cause: error,
    });
    expect(outcome({ ...valid, [Symbol('more')]: 1 })).toMatchObject({
      message: expect.stringMatching(/none but the keys .*, got a symbol$/),
    });
  });

  it('never throws anything else, whatever stands in whatever place', () => {
    const places = [
      'name',
      'classNames',
      'classNames[1]',
      'files',
      'files[0]',
      'files[0].shape',
      'files[0].shape[1]',
    ]
      .concat(['files[1].packings', 'files[1].packings[0]', 'files[2].archive', 'files[2].slice', 'sources'])
      .concat([
        'sources[1]',
        'sources[1].baseUrl',
        'sources[1].kind',
        'firstLabel',
        'labelColumn',
        'homepage',
      ]);
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.anything({ withNullPrototype: true, withBigInt: true }),
        (place, value) => {
          const result = outcome(changed([place, value]));
          if (result instanceof Error) expect(result).toMatchObject({ code: 'E_DEFINITION' });
          else expect(Object.isFrozen(result)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
