import { parseCitation } from './parse-citation.ts';

/** An entry for BibTeX; a line that is not of the usual form is given as a note. */
export function toBibtex(key: string, line: string): string {
  const citation = parseCitation(line);
  if (citation === undefined) return entry(key, [['note', escapeTex(line)]]);
  const { authors, year, title, published } = citation;
  const arxiv = /arXiv:(?<number>[\d.]+\d)/.exec(published)?.groups?.number;
  return entry(key, [
    ['author', escapeTex(authors.join(' and '))],
    // Braces keep the capitals of names such as MNIST.
    ['title', `{${escapeTex(title)}}`],
    ['year', year],
    ...(arxiv === undefined
      ? []
      : ([
          ['eprint', arxiv],
          ['archivePrefix', 'arXiv'],
        ] as const)),
    ['howpublished', escapeTex(published)],
  ]);
}

function entry(key: string, fields: readonly (readonly [name: string, value: string])[]): string {
  const lines = fields.map(([name, value]) => `  ${name} = {${value}},`);
  return [`@misc{${key},`, ...lines, '}'].join('\n');
}

function escapeTex(text: string): string {
  return text.replaceAll(/[&%$#_{}]/g, (character) => `\\${character}`).replaceAll('–', '--');
}
