import { describe, expect, it } from 'vitest';
import { listAsCsv, listAsJson } from './list-file.ts';

const provenance = { dataset: 'd', title: 'D, "quoted"', method: 'm', seen: undefined };
const rows = [
  { id: 7, split: 'train', doubt: 0.5 },
  { id: 9, split: 'test', doubt: undefined },
];

describe('listAsCsv', () => {
  it('writes a header, a line for each row, and the origin in each', () => {
    expect(listAsCsv(rows, provenance)).toBe(
      [
        'id,split,doubt,dataset,title,method,seen',
        '7,train,0.5,d,"D, ""quoted""",m,',
        '9,test,,d,"D, ""quoted""",m,',
        '',
      ].join('\r\n'),
    );
  });

  it('keeps line breaks within quotes', () => {
    expect(listAsCsv([{ name: 'a\nb' }], { dataset: '', title: '', method: '' })).toContain('"a\nb"');
  });
});

describe('listAsJson', () => {
  it('holds the origin beside the rows', () => {
    expect(JSON.parse(listAsJson(rows, provenance))).toEqual({
      provenance: { dataset: 'd', title: 'D, "quoted"', method: 'm' },
      items: [
        { id: 7, split: 'train', doubt: 0.5 },
        { id: 9, split: 'test' },
      ],
    });
  });
});
