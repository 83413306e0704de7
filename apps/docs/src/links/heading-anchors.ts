/** Blocks of code: what looks like a heading or a link in them is none. */
const FENCED = /^(```+|~~~+)[^\n]*\n[^]*?^\1\s*$/gm;

export function withoutCode(markdown: string): string {
  return markdown.replace(FENCED, '').replace(/<!--[^]*?-->/g, '');
}

/** The anchors that GitHub gives to the headings of a document. */
export function headingAnchors(markdown: string): ReadonlySet<string> {
  const anchors = new Map<string, number>();
  for (const [, heading = ''] of withoutCode(markdown).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const anchor = anchorOf(heading);
    anchors.set(anchor, (anchors.get(anchor) ?? 0) + 1);
  }
  return new Set([...anchors].flatMap(([anchor, times]) => numbered(anchor, times)));
}

/** The anchor of a heading. @see github-slugger: lower case, no punctuation, spaces as hyphens */
export function anchorOf(heading: string): string {
  const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

function numbered(anchor: string, times: number): readonly string[] {
  return Array.from({ length: times }, (_, time) => (time === 0 ? anchor : `${anchor}-${time}`));
}
