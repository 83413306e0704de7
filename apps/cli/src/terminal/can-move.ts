import type { WriteStream } from 'node:tty';

/** What moves is redrawn over as many lines as it takes: without a width, that never ends. */
const MIN_COLUMNS = 20;

/** Whether a stream is a terminal with room for a line that moves. */
export function canMove({ isTTY, columns }: Pick<WriteStream, 'isTTY' | 'columns'>): boolean {
  return isTTY === true && columns >= MIN_COLUMNS;
}
