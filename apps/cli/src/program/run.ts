import { type CommandContext, type CommonOptions, createContext } from '../context.ts';

/** The work of a command. */
export type CommandAction<Options> = (
  argument: string,
  options: Options,
  context: CommandContext,
) => Promise<void>;

/**
 * Commander's handler for a command: it hands over the arguments, then the options, then itself.
 *
 * @param load - Imports the command: each brings much that the others and the help do without.
 */
export function run<Options extends CommonOptions>(
  load: () => Promise<CommandAction<Options>>,
  signal: AbortSignal,
) {
  return async (...values: unknown[]): Promise<void> => {
    const options = values.at(-2) as Options;
    const context = createContext(options, signal);
    try {
      const command = await load();
      await command(values.length > 2 ? String(values[0]) : '', options, context);
    } finally {
      context.progress.stop();
    }
  };
}
