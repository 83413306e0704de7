import { describe, expect, it } from 'vitest';
import {
  type Change,
  changedDefinition as changed,
  validDefinition as valid,
} from '../../test/definition-document.ts';
import { refusal } from '../../test/definition-refusal.ts';
import { defineDataset } from './define-dataset.ts';

const { files: validFiles } = valid;

describe('defineDataset', () => {
  it('gives a frozen copy of a valid definition', () => {
    const definition = defineDataset(valid);
    expect(definition).toEqual(valid);
    expect(definition).not.toBe(valid);
    const parts = [definition, definition.files, definition.files[2], definition.files[2]?.shape];
    const deeper = [definition.files[2]?.archive, definition.files[2]?.slice, definition.sources[1]];
    expect([...parts, ...deeper].every((part) => part !== undefined && Object.isFrozen(part))).toBe(true);
  });

  it('does not follow later changes of what it was given', () => {
    const document = { ...valid, files: [...valid.files], classNames: [...valid.classNames] };
    const definition = defineDataset(document);
    document.files.length = 0;
    document.classNames[0] = 'other';
    expect(definition).toEqual(valid);
  });

  it('leaves out what may be left out, and no more', () => {
    const optional = ['family', 'pixelOrder', 'firstLabel', 'labelColumn', 'files[0].byteLength'];
    const definition = defineDataset(changed(...optional.map((path): Change => [path, undefined])));
    expect(definition).not.toHaveProperty('family');
    const required = ['name', 'title', 'licence', 'citation', 'homepage', 'classNames', 'files', 'sources'];
    for (const path of required) {
      expect(() => defineDataset(changed([path, undefined]))).toThrow(refusal(/expected .*, got nothing$/));
    }
  });

  it('says where, what was expected and what was got', () => {
    expect(() => defineDataset(changed(['files[2].archive.sha256', 'ABC']))).toThrow(
      refusal('definition: files[2].archive.sha256: expected 64 lower-case hexadecimal digits, got "ABC"'),
    );
    expect(() => defineDataset([])).toThrow(refusal(/^definition: expected an object/));
  });

  it.each<{ what: string; change: readonly Change[]; says: string }>([
    {
      what: 'an unknown key',
      change: [['licences', 'MIT']],
      says: 'expected none but the keys name, title, licence, citation, homepage, classNames, files, sources, family, pixelOrder, firstLabel, labelColumn, got "licences"',
    },
    {
      what: 'a number for a text',
      change: [['title', 5]],
      says: 'title: expected one line of 1 to 1000 characters, got 5',
    },
    {
      what: 'a text of two lines',
      change: [['citation', 'a\nb']],
      says: 'citation: expected one line of 0 to 1000 characters, got "a\\nb"',
    },
    {
      what: 'a script as homepage',
      change: [['homepage', 'javascript:alert(1)']],
      says: 'homepage: expected the address of a web page, or nothing, got "javascript:alert(1)"',
    },
    {
      what: 'no classes',
      change: [['classNames', []]],
      says: 'classNames: expected 1 to 256 items, got 0',
    },
    {
      what: '257 classes',
      change: [['classNames', new Array(257).fill('x')]],
      says: 'classNames: expected 1 to 256 items, got 257',
    },
    {
      what: 'a class twice',
      change: [['classNames[1]', 'a']],
      says: 'classNames[1]: expected a name of its own, got "a"',
    },
    {
      what: 'a class without a name',
      change: [['classNames[1]', '']],
      says: 'classNames[1]: expected one line of 1 to 200 characters, got ""',
    },
    {
      what: 'a column that is not there',
      change: [['labelColumn', 1]],
      says: 'labelColumn: expected one of the 1 columns of files[1] (train-labels), got 1',
    },
    {
      what: 'a column that one of two files lacks',
      change: [['labelColumn', 8]],
      says: 'labelColumn: expected one of the 1 columns of files[1] (train-labels), got 8',
    },
  ])('refuses $what', ({ change, says }) => {
    expect(() => defineDataset(changed(...change))).toThrow(refusal(`definition: ${says}`));
  });

  it.each<{ what: string; change: readonly Change[] }>([
    { what: 'no homepage', change: [['homepage', '']] },
    { what: 'a homepage without TLS', change: [['homepage', 'http://example.org']] },
    { what: 'a title of 1,000 characters', change: [['title', 'x'.repeat(1000)]] },
    { what: 'the lowest label', change: [['firstLabel', -(2 ** 31)]] },
    { what: 'the highest label', change: [['firstLabel', 2 ** 31 - 1]] },
    {
      what: 'a last column',
      change: [
        ['files[1].shape', [4, 8]],
        ['labelColumn', 7],
      ],
    },
    { what: 'one split', change: [['files', validFiles.slice(0, 2)]] },
    { what: 'no source', change: [['sources', []]] },
  ])('takes $what', ({ change }) => {
    const document = changed(...change);
    expect(defineDataset(document)).toEqual(document);
  });
});
