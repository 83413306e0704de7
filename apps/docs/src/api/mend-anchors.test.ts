import { expect, it } from 'vitest';
import { mendAnchors } from './mend-anchors.ts';

it('takes the number from a link where only the heading without it is there', () => {
  const page = '# A\n\n## FooCode\n\n## Twice\n\n## Twice\n\n[a](#foocode-1) [b](#twice-1) [c](#none-1)\n';
  const other = '[d](../a.md#foocode-1) [e](../a.md#twice-1) [f](g.md#foocode-1)\n';
  const mended = mendAnchors(new Map(Object.entries({ 'a.md': page, 'sub/b.md': other })));
  expect(Object.fromEntries(mended)).toEqual({
    'a.md': page.replace('[a](#foocode-1)', '[a](#foocode)'),
    'sub/b.md': other.replace('[d](../a.md#foocode-1)', '[d](../a.md#foocode)'),
  });
});
