import { describe, expect, it } from 'vitest';
import { parseCsv } from './parse-csv.ts';

const fieldsOf = (text: string) => parseCsv(text).map(({ fields }) => fields);

describe('parseCsv', () => {
  it.each([
    {
      what: 'lines that end in any way',
      text: 'a,b\r\nc,d\ne,f\rg,h',
      fields: [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    },
    {
      what: 'quoted commas, quotes and line breaks',
      text: '"a,b","c ""d""","e\nf"',
      fields: [['a,b', 'c "d"', 'e\nf']],
    },
    { what: 'blanks around fields', text: ' a b ,\t" c "  ,d ', fields: [['a b', ' c ', 'd']] },
    {
      what: 'empty fields',
      text: ',\na,\n"",b',
      fields: [
        ['', ''],
        ['a', ''],
        ['', 'b'],
      ],
    },
    { what: 'a comma at the very end', text: 'a,', fields: [['a', '']] },
    { what: 'a byte-order mark', text: '\uFEFFa,b', fields: [['a', 'b']] },
    { what: 'empty lines', text: '\n\na\n\r\n  \nb\n', fields: [['a'], ['b']] },
    { what: 'nothing', text: '', fields: [] },
  ])('reads $what', ({ text, fields }) => {
    expect(fieldsOf(text)).toEqual(fields);
  });

  it('counts the lines of the file', () => {
    expect(parseCsv('a\n\n"b\nc",d\ne').map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it.each(['a\n"b', 'a\nb"c', 'a\n"b"c'])('refuses a quote that stands alone: %j', (text) => {
    expect(() => parseCsv(text)).toThrow('line 2: expected a comma or the end of the line, got a quote');
  });
});
