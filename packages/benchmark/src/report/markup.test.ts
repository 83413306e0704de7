import { describe, expect, it } from 'vitest';
import { markup } from './markup.ts';

describe('markup', () => {
  it('takes values for text, in elements and in attributes', () => {
    expect(markup`<a title="${'"><script>'}">${'a & b'}</a>`.text).toBe(
      '<a title="&quot;&gt;&lt;script&gt;">a &amp; b</a>',
    );
  });

  it('takes markup for what it is, in lists too', () => {
    expect(markup`<ul>${['<', '>'].map((text) => markup`<li>${text}</li>`)}</ul>`.text).toBe(
      '<ul><li>&lt;</li><li>&gt;</li></ul>',
    );
  });

  it('has nothing for null and false, but something for 0', () => {
    expect(markup`${null}${false}${0}`.text).toBe('0');
  });
});
