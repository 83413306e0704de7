const SHORT: ReadonlyMap<string, string> = new Map([
  ['\n', String.raw`\n`],
  ['\r', String.raw`\r`],
  ['\t', String.raw`\t`],
]);

/** A text as one line: control characters, by which the name of a file could drive the terminal, are spelled out. */
export function printable(text: string): string {
  return text.replaceAll(
    /\p{Cc}/gu,
    (character) =>
      SHORT.get(character) ?? String.raw`\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/** The same of a text of several lines. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
