import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDefinition } from './parse-definition.ts';
import { describeDataset, listDatasets } from './registry.ts';
import { findDuplicateKey } from './schema/find-duplicate-key.ts';

const mnist = describeDataset('mnist');
const json = JSON.stringify(mnist, undefined, 2);

const refusal = (message: RegExp) =>
  expect.objectContaining({ code: 'E_DEFINITION', message: expect.stringMatching(message) as string });

describe('parseDefinition', () => {
  it('reads every definition of the registry from its JSON', () => {
    for (const name of listDatasets()) {
      expect(parseDefinition(JSON.stringify(describeDataset(name)))).toEqual(describeDataset(name));
    }
  });

  it('reads a document of 256 Ki characters', () => {
    expect(parseDefinition(json.padEnd(2 ** 18))).toEqual(mnist);
  });

  it('keeps what the parser says', () => {
    expect(() => parseDefinition('{')).toThrow(
      expect.objectContaining({ cause: expect.any(SyntaxError) as unknown }),
    );
  });

  it("tolerates a byte order mark and Windows' line ends", () => {
    expect(parseDefinition(`\uFEFF${json.replaceAll('\n', '\r\n')}`)).toEqual(mnist);
  });

  it.each([
    { what: 'nothing', text: '', message: /^definition: expected JSON, got / },
    { what: 'half a document', text: json.slice(0, 100), message: /expected JSON, got / },
    { what: 'a page', text: '<html>', message: /expected JSON, got .*</ },
    { what: 'a comment', text: `// mine\n${json}`, message: /expected JSON/ },
    { what: 'a text', text: '"mnist"', message: /expected an object, got "mnist"/ },
    { what: 'null', text: 'null', message: /expected an object, got null/ },
    { what: 'a document without end', text: ' '.repeat(2 ** 18 + 1), message: /at most 262144 characters/ },
    { what: 'nesting without end', text: '['.repeat(2 ** 18), message: /^definition: expected / },
    {
      what: 'deep nesting',
      text: '['.repeat(2 ** 17) + ']'.repeat(2 ** 17),
      message: /^definition: expected /,
    },
    {
      what: 'a key twice',
      text: json.replace('"name": "mnist"', '"name": "mnist", "name": "other"'),
      message: /^definition: name: expected every key once, got it twice$/,
    },
    {
      what: 'a key twice, spelt in two ways',
      text: json.replace('"byteLength": 60008', '"byteLength": 60008, "b\\u0079teLength": 60008'),
      message: /files\[1\]\.byteLength: expected every key once/,
    },
    {
      what: 'a prototype',
      text: json.replace('"name": "mnist"', '"name": "mnist", "__proto__": {}'),
      message: /none but the keys .*"__proto__"/,
    },
  ])('refuses $what', ({ text, message }) => {
    expect(() => parseDefinition(text)).toThrow(refusal(message));
  });
});

describe('findDuplicateKey', () => {
  it('finds none in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(2), (value, indent) => {
        expect(findDuplicateKey(JSON.stringify(value, undefined, indent))).toBeUndefined();
      }),
    );
  });

  it.each([
    ['{"a": 1, "a": 1}', 'a'],
    ['[0, {"x": "{,}", "a": [{}, {"b": 1, "c": {"b": 2}, "b": 3}]}]', '[1].a[1].b'],
    ['{"a": {"b": 1}, "b": {"a": 1}}', undefined],
    ['{"\\"": 1, "\\\\": 2, "a\\":b": 3}', undefined],
    ['["a", "a"]', undefined],
  ])('finds in %s %s', (text, path) => {
    expect(findDuplicateKey(text)).toBe(path);
  });
});
