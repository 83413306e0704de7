import { expect, it } from 'vitest';
import { describeRefusals } from './describe-refusals.ts';

const refused = (name: string) => ({
  photo: { name, origin: 'uploaded' as const, photo: new Blob() },
  reason: 'it is none',
});

it('says of a picture why it was not taken', () => {
  expect(describeRefusals([refused('a.txt')])).toBe('“a.txt” was not taken: it is none.');
});

it('counts those after the third', () => {
  const text = describeRefusals(['a', 'b', 'c', 'd', 'e'].map(refused));
  expect(text).toContain('“c” was not taken');
  expect(text).not.toContain('“d”');
  expect(text).toMatch(/Nor were 2 more\.$/);
});
