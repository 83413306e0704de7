import { type CommandContext, type CommonOptions, createContext } from '../context.ts';

/** The work of a command: its arguments as commander has parsed them, then the options. */
export type CommandAction<Arguments extends readonly unknown[], Options extends CommonOptions> = (
  ...values: [...Arguments, options: Options, context: CommandContext]
) => Promise<void>;

/**
 * Commander's handler for a command: it hands over the arguments, then the options, then itself.
 *
 * @param load - Imports the command: each brings much that the others and the help do without.
 */
export function run<Arguments extends readonly unknown[], Options extends CommonOptions>(
  load: () => Promise<CommandAction<Arguments, Options>>,
  signal: AbortSignal,
) {
  return async (...values: unknown[]): Promise<void> => {
    const options = values.at(-2) as Options;
    const context = await createContext(options, signal);
    try {
      const command = await load();
      await command(...(values.slice(0, -2) as unknown as Arguments), options, context);
    } finally {
      context.progress.stop();
    }
  };
}
