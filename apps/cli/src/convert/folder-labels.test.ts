import { expect, it } from 'vitest';
import { folderLabels } from './folder-labels.ts';

const CLASSES = ['T-shirt/top', 'Trouser', 'Ankle boot'];

it.each([
  { folder: '2', label: 2 },
  { folder: '2-ankle-boot', label: 2 },
  { folder: '02_Ankle Boot', label: 2 },
  { folder: '2.', label: 2 },
  { folder: 'Ankle Boot', label: 2 },
  { folder: 'photos/t-shirt-top', label: 0 },
])('takes photos in $folder for class $label', ({ folder, label }) => {
  expect(Array.from(folderLabels([`${folder}/a.jpg`, `${folder}/b.jpg`], CLASSES))).toEqual([label, label]);
});

it('names each folder that is called like no class, once', () => {
  const photos = ['/in/coats/a.jpg', '/in/coats/b.jpg', '/in/1/c.jpg', '/in/trousers/d.jpg'];
  expect(() => folderLabels(photos, CLASSES)).toThrow(
    [
      '2 problems',
      "/in/coats: expected a class or 0..2, got 'coats'",
      "/in/trousers: expected a class or 0..2, got 'trousers' (did you mean Trouser?)",
    ].join('\n  '),
  );
});

it.each(['1 ankle boots', '1-ankle-boot', '1. Trip', '1-0'])(
  'does not take the number of %j for a class',
  (folder) => {
    expect(() => folderLabels([`/in/${folder}/a.jpg`], CLASSES)).toThrow(
      `/in/${folder}: expected 1-trouser, a class or its number, got '${folder}'`,
    );
  },
);
