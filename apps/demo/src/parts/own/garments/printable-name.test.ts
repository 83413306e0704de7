import { expect, it } from 'vitest';
import { printableName } from './printable-name.ts';

it.each([
  { what: 'keeps a plain name', name: 'My shoe (2).jpg', shown: 'My shoe (2).jpg' },
  { what: 'keeps other scripts and joined emoji', name: '靴 👩‍🦰.png', shown: '靴 👩‍🦰.png' },
  { what: 'shows that there are controls', name: 'a\u0000b\nc\u001B[31m.png', shown: 'a�b�c�[31m.png' },
  { what: 'lets no mark turn the text', name: 'gnp.\u202Eexe', shown: 'gnp.�exe' },
  {
    what: 'keeps markup as text',
    name: '<img src=x onerror=alert(1)>',
    shown: '<img src=x onerror=alert(1)>',
  },
  { what: 'names what has no name', name: ' ', shown: 'no name' },
])('$what', ({ name, shown }) => {
  expect(printableName(name)).toBe(shown);
});

it('cuts a long name and keeps its end', () => {
  const shown = printableName(`${'a'.repeat(300)}-front.jpeg`);
  expect(shown).toHaveLength(48);
  expect(shown).toMatch(/^a+…a-front\.jpeg$/);
});
