import type { WriteStream } from 'node:tty';

/** Characters that a line may have: those of the terminal, or of `COLUMNS`; no end where a program reads. */
export function lineWidth(
  { columns }: Partial<Pick<WriteStream, 'columns'>>,
  env: Readonly<Record<string, string | undefined>> = process.env,
): number {
  const wanted = Number(env['COLUMNS']);
  return wanted > 0 ? wanted : columns || Infinity;
}
