import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLabels } from './parse-labels.ts';

const labelLists = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 200 });

describe('parseLabels', () => {
  it('reads a label a line', () => {
    fc.assert(
      fc.property(labelLists, fc.constantFrom('\n', '\r\n'), (labels, lineEnd) => {
        expect(parseLabels(labels.join(lineEnd) + lineEnd)).toEqual(labels);
      }),
    );
  });

  it('reads a table in any order of its lines', () => {
    const shuffledTables = labelLists.chain((labels) =>
      fc.record({
        labels: fc.constant(labels),
        order: fc.shuffledSubarray(
          labels.map((_, index) => index),
          { minLength: labels.length },
        ),
      }),
    );
    fc.assert(
      fc.property(shuffledTables, fc.constantFrom('index,label\n', ''), ({ labels, order }, head) => {
        expect(parseLabels(head + order.map((index) => `${index},${labels[index]}`).join('\n'))).toEqual(
          labels,
        );
      }),
    );
  });

  it('passes over a line of names, a byte order mark and empty lines', () => {
    expect(parseLabels('\uFEFFlabel\n\n3\n 4 \n\n')).toEqual([3, 4]);
  });

  it.each([
    ['3\nx\n4\n5.5\n', /not so: line 2, line 4/],
    ['0,3\n1\n', /not so: line 2/],
    ['1,2,3\n', /not so: line 1/],
    ['0,3\n0,4\n2,5\n', /expected each index of 0\.\.2 once; missing: 1/],
    ['1,3\n2,4\n', /missing: 0/],
  ])('refuses %j', (text, message) => {
    expect(() => parseLabels(text)).toThrow(message);
  });
});
