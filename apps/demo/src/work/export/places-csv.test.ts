import { expect, it } from 'vitest';
import { placesCsv } from './places-csv.ts';

it('writes a line for each image, with quotes where a name needs them', () => {
  const csv = placesCsv({
    title: '',
    tensorName: 'umap',
    classNames: ['Coat', 'T-shirt, "top"'],
    splits: [
      { name: 'train', first: 0 },
      { name: 'test', first: 2 },
    ],
    ids: Uint32Array.of(1, 2),
    labels: Uint8Array.of(0, 1, 0),
    positions: Float32Array.of(0, 0, 0.5, -2, Number.NaN, Number.NaN),
  });
  expect(csv.split('\r\n')).toEqual([
    'id,split,index,label,class,x,y',
    '1,train,1,1,"T-shirt, ""top""",0.5,-2',
    '2,test,0,0,Coat,,',
    '',
  ]);
});
