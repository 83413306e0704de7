import { posix } from 'node:path';
import { headingAnchors } from '../links/heading-anchors.ts';

/**
 * Pages of the API whose links lead to headings. typedoc numbers the anchor of a type `FooCode` behind a member `code` of a
 * class `Foo`, though the heading of that member is `code` alone: without the number it is right.
 *
 * @param pages - Markdown by its path.
 */
export function mendAnchors(pages: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const anchors = new Map([...pages].map(([path, text]) => [path, headingAnchors(text)]));
  return new Map([...pages].map(([path, text]) => [path, mendPage(path, text, anchors)]));
}

function mendPage(path: string, text: string, anchors: ReadonlyMap<string, ReadonlySet<string>>): string {
  return text.replace(
    /\]\(([\w./-]*)#([\w-]+?)(-\d+)\)/g,
    (link, to: string, plain: string, number: string) => {
      const known = anchors.get(to === '' ? path : posix.join(posix.dirname(path), to));
      return known?.has(plain) === true && !known.has(plain + number) ? `](${to}#${plain})` : link;
    },
  );
}
