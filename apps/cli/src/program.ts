import { Command } from 'commander';
import { packageVersion } from './package-version.ts';
import { addAuditCommand } from './program/audit-command.ts';
import { addBenchmarkCommands } from './program/benchmark-commands.ts';
import { addCompletionCommands } from './program/completion-commands.ts';
import { addDataCommands } from './program/data-commands.ts';
import { helpStyle } from './program/help-style.ts';
import { addLeaderboardCommands } from './program/leaderboard-commands.ts';
import { addMapCommands } from './program/map-commands.ts';
import { addModelCommands, addTrainCommand } from './program/model-commands.ts';
import { addExamples, addTo } from './program/options.ts';
import { addPhotoCommands } from './program/photo-commands.ts';
import { suggestChoices } from './program/suggest-choices.ts';
import { shorten } from './terminal/format.ts';
import { printableLines } from './terminal/printable.ts';

/**
 * The commands and their options. Work stops when the signal is aborted.
 *
 * @param args - As typed: the models that `train` offers, and their options, are loaded only where they are asked for.
 */
export async function createProgram(args: readonly string[], signal: AbortSignal): Promise<Command> {
  const program = new Command('fashion-mnist')
    .description('Fashion-MNIST and its family: fetched, verified, inspected, exported, learned and mapped')
    .version(packageVersion())
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(printableLines(shorten(text))) })
    .configureHelp(helpStyle)
    .showSuggestionAfterError();

  const add = addTo(program);
  program.commandsGroup('Data:');
  addDataCommands(add, signal);
  addAuditCommand(add, signal);
  addPhotoCommands(add, signal);
  program.commandsGroup('Maps and the page:');
  addMapCommands(add, signal);
  program.commandsGroup('Models:');
  const train = addTrainCommand(program);
  addModelCommands(add, signal);
  program.commandsGroup('Results:');
  addBenchmarkCommands(add, signal);
  addLeaderboardCommands(add, signal);
  program.commandsGroup('Help:');
  program.helpCommand('help [command]', 'how a command is used');
  addCompletionCommands(program, add, signal);
  addExamples(program, ['fashion-mnist tour', 'fashion-mnist show --grid 2x8', 'fashion-mnist help export']);
  if (args.includes(train.name()))
    (await import('./program/trained-models.ts')).addTrainedModels(train, signal);
  suggestChoices(program);
  return program;
}
