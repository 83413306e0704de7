import { type Command, command } from '../compute/command.ts';

const PANEL = 8;
const PIECES_PER_LEVEL = 64;

/** `[sampleCount][160]` int16. */
export const COORDINATES_BYTES = 320;

/**
 * Orders samples by a balanced tree, level by level, until every node is a panel of eight: those close in memory are
 * then close in space.
 *
 * @param order - `[sampleCount]` int32, to begin with the numbers in order.
 * @param keys - Room for as many float32.
 */
export function treeSplits(coordinates: number, order: number, keys: number, sampleCount: number): Command[] {
  const panelCount = Math.ceil(sampleCount / PANEL);
  const commands: Command[] = [];
  for (let level = 0; 2 ** level < panelCount; level++) {
    const work = { total: 2 ** level, grain: Math.ceil(2 ** level / PIECES_PER_LEVEL) };
    commands.push(command('splitNodes', work, coordinates, order, keys, sampleCount, level));
  }
  return commands;
}
