import type { WriteStream } from 'node:tty';

/**
 * Whether a stream is a terminal that shows colours, and the user wants them.
 *
 * @see https://no-color.org: any `NO_COLOR` that is not empty turns colours off.
 */
export function usesColor(
  { isTTY }: Pick<WriteStream, 'isTTY'>,
  env: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  return isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}
