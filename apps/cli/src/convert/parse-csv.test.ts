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

  it.each([
    { text: 'a\n"b', problem: 'line 2: expected another quote, got the end of the table' },
    { text: 'a\n"b""', problem: 'line 2: expected another quote, got the end of the table' },
    { text: 'a\nb"c', problem: 'line 2: expected a comma or the end of the line, got a quote' },
    { text: '"a\n" "b"', problem: 'line 2: expected a comma or the end of the line, got a quote' },
    { text: 'a\n"b";"c"', problem: "line 2: expected a comma or the end of the line, got ';'" },
  ])('refuses $text', ({ text, problem }) => {
    expect(() => parseCsv(text)).toThrow(problem);
  });

  it.each([
    { what: 'a quote that nothing closes', text: `"${'a'.repeat(2e7)}`, problem: /another quote/ },
    { what: 'a quote after many blanks', text: `${' '.repeat(1e6)}x"`, problem: /got a quote/ },
  ])('does not stumble over $what', ({ text, problem }) => {
    expect(() => parseCsv(text)).toThrow(problem);
  });

  it('reads what was written', () => {
    const letters = ['a', 'é', ',', '"', '\r', '\n', ' ', ';'];
    const fields = ['', ...letters, ...letters.flatMap((a) => letters.map((b) => `${a}${b}`))];
    const rows = fields.map((field, i) => [field, fields.at(-1 - i) ?? '']);
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    expect(fieldsOf(rows.map((row) => row.map(quoted).join()).join('\n'))).toEqual(rows);
  });
});
