/** A work, as far as one line tells. */
export interface Citation {
  readonly authors: readonly string[];
  readonly year: string;
  readonly title: string;
  /** Where it was published: `arXiv:1708.07747`, a journal. */
  readonly published: string;
}

/** Reads `First Last, First Last (2017): Title. Where`; undefined for a line of another form. */
export function parseCitation(line: string): Citation | undefined {
  const { authors, year, title, published } = FORM.exec(line)?.groups ?? {};
  if (authors === undefined || year === undefined || title === undefined || published === undefined)
    return undefined;
  return { authors: authors.split(', '), year, title, published };
}

const FORM = /^(?<authors>[^()]+) \((?<year>\d{4})\): (?<title>.+?)\. (?<published>.+)$/;
