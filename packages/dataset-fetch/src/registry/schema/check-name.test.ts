import { describe, expect, it } from 'vitest';
import { changedDefinition as changed } from '../../../test/definition-document.ts';
import { refusal } from '../../../test/definition-refusal.ts';
import { defineDataset } from '../define-dataset.ts';

describe('a name in a definition', () => {
  it.each([
    '',
    '.',
    '..',
    '.hidden',
    'a..b',
    'a.',
    '../a',
    'a/b',
    '/a',
    'a\\b',
    'C:a',
    'a b',
    'a\0',
    'ä',
    'a\n',
    'CON',
    'nul.txt',
    'com1',
    'x'.repeat(129),
  ])('refuses %j as the name of a dataset, a family, a file or an archive', (name) => {
    for (const path of ['name', 'family', 'files[0].name', 'files[2].archive.name']) {
      const place = `definition: ${path}: expected `;
      expect(() => defineDataset(changed([path, name]))).toThrow(
        expect.objectContaining({ code: 'E_DEFINITION', message: expect.stringContaining(place) as string }),
      );
    }
  });

  it.each(['', '/a', 'a/', '../a', 'a/../b', 'a//b', './a', 'a\\b', 'C:/a', 'a\0b'])(
    'refuses %j as the path of a member',
    (member) => {
      expect(() => defineDataset(changed(['files[2].archive.member', member]))).toThrow(
        refusal(/files\[2\]\.archive\.member/),
      );
    },
  );
});
