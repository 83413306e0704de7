/** Commands of ours in the shell blocks of a document, as words, without the comments behind them. */
export function documentedCommands(markdown: string): readonly (readonly string[])[] {
  const blocks = Array.from(markdown.matchAll(/^```sh\n([^]*?)^```$/gm), ([, text = '']) => text);
  return blocks
    .flatMap((block) => block.replaceAll(/\\\n\s*/g, '').split('\n'))
    .flatMap((line) => {
      const [, typed] = /^(?:[A-Z_]+=\S+ )*(?:npm run -s )?fashion-mnist (?:-- )?([^#]*)/.exec(line) ?? [];
      return typed === undefined ? [] : [words(typed)];
    });
}

/** As a shell takes them apart: what is quoted is one word. */
function words(line: string): readonly string[] {
  return Array.from(
    line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g),
    ([, single, double, plain]) => single ?? double ?? plain ?? '',
  );
}
