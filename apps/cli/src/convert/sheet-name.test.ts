import { expect, it } from 'vitest';
import { sheetName } from './sheet-name.ts';

it.each([
  { path: 'in/My Boot.jpg', name: '007-my-boot.png' },
  { path: 'in/!.jpg', name: '007.png' },
  { path: `${'é'.repeat(120)}.jpg`, name: `007-${'é'.repeat(50)}.png` },
  { path: `a${'🥾'.repeat(60)}b.jpg`, name: '007-a-b.png' },
])('calls the picture of $path $name', ({ path, name }) => {
  expect(sheetName(path, 7, 1000)).toBe(name);
});
