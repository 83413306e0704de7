import { expect, it } from 'vitest';
import { describeCameraError } from './camera.ts';

it.each([
  { name: 'NotAllowedError', says: /refused/ },
  { name: 'NotFoundError', says: /no camera/ },
  { name: 'NotReadableError', says: /another program/ },
  { name: 'NotSupportedError', says: /https/ },
  { name: 'AbortError', says: /could not be opened/ },
])('says of $name what to do', ({ name, says }) => {
  const sentence = describeCameraError(new DOMException('the browser says no more', name));
  expect(sentence).toMatch(says);
  expect(sentence).toMatch(/upload a photo/i);
});
