import type { Command, Option } from 'commander';
import { type Values, valuesOf } from './values-of.ts';

/** Something that could be typed, and what it is. */
interface Candidate {
  readonly text: string;
  readonly description: string;
}

export interface Completions {
  readonly candidates: readonly Candidate[];
  /** Whether paths may be typed, too. */
  readonly hasFiles: boolean;
}

/** Where the cursor is: after what has been typed. */
interface Position {
  readonly command: Command;
  /** Arguments of the command so far. */
  readonly argumentCount: number;
  /** The option whose value comes next. */
  readonly option: Option | undefined;
  /** Whether `--` has ended the options. */
  readonly hasEndedOptions: boolean;
}

/**
 * What can be typed at the cursor.
 *
 * @param words - What has been typed after the name of the program; the last one is that at the cursor. An equals sign may
 *   be a word, which is how bash has it.
 */
export async function complete(program: Command, words: readonly string[]): Promise<Completions> {
  const current = words.at(-1) === '=' ? '' : (words.at(-1) ?? '');
  const position = follow(
    program,
    words.slice(0, -1).filter((word) => word !== '='),
  );
  const { command, option, hasEndedOptions } = position;
  if (option !== undefined && (!option.variadic || !current.startsWith('-')))
    return startingWith(current, await completionsOf(valuesOf(option)));
  if (current.startsWith('-') && !hasEndedOptions) return completeOption(command, current);
  const argument = argumentAt(position);
  const values = await completionsOf(argument && valuesOf(argument));
  const commands = position.argumentCount === 0 ? subcommandsOf(command) : [];
  return startingWith(current, { ...values, candidates: [...commands, ...values.candidates] });
}

function follow(program: Command, words: readonly string[]): Position {
  let position: Position = {
    command: program,
    argumentCount: 0,
    option: undefined,
    hasEndedOptions: false,
  };
  for (const word of words) position = next(position, word);
  return position;
}

function next(position: Position, word: string): Position {
  const { command, argumentCount, option, hasEndedOptions } = position;
  const isOption = word.startsWith('-') && !hasEndedOptions;
  if (option !== undefined && !isOption) return { ...position, option: option.variadic ? option : undefined };
  if (word === '--') return { ...position, option: undefined, hasEndedOptions: true };
  if (isOption) {
    const named = word.includes('=') ? undefined : findOption(command, word);
    return { ...position, option: named !== undefined && takesValue(named) ? named : undefined };
  }
  const sub = argumentCount === 0 ? findCommand(command, word) : undefined;
  if (sub !== undefined) return { ...position, command: sub, option: undefined };
  return { ...position, argumentCount: argumentCount + 1 };
}

/** `--method=um`: what is offered has the flag in front. */
async function completeOption(command: Command, current: string): Promise<Completions> {
  const [flag = '', ...rest] = current.split('=');
  if (rest.length === 0) return startingWith(current, { candidates: flagsOf(command), hasFiles: false });
  const option = findOption(command, flag);
  const { candidates } = await completionsOf(option && valuesOf(option));
  const prefixed = candidates.map((one) => ({ ...one, text: `${flag}=${one.text}` }));
  return startingWith(current, { candidates: prefixed, hasFiles: false });
}

async function completionsOf(load: (() => Promise<Values>) | undefined): Promise<Completions> {
  const { names, hasFiles } = (await load?.()) ?? { names: [], hasFiles: false };
  return { candidates: names.map((text) => ({ text, description: '' })), hasFiles };
}

function argumentAt({ command, argumentCount }: Position) {
  const { registeredArguments: known } = command;
  const last = known.at(-1);
  return known[argumentCount] ?? (last?.variadic === true ? last : undefined);
}

function flagsOf(command: Command): readonly Candidate[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long, description }) => (long ? [{ text: long, description }] : []));
}

function subcommandsOf(command: Command): readonly Candidate[] {
  const help = command.createHelp();
  return help
    .visibleCommands(command)
    .map((sub) => ({ text: sub.name(), description: help.subcommandDescription(sub) }));
}

function findCommand({ commands }: Command, name: string): Command | undefined {
  return commands.find((command) => command.name() === name || command.aliases().includes(name));
}

function findOption(command: Command, flag: string): Option | undefined {
  return command.options.find(({ long, short }) => flag === long || flag === short);
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

function startingWith(prefix: string, { candidates, hasFiles }: Completions): Completions {
  return { candidates: candidates.filter(({ text }) => text.startsWith(prefix)), hasFiles };
}
