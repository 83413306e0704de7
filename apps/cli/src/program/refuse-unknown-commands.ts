import { closestName } from '@fashion-mnist/core';
import type { Command } from 'commander';

/** Lets a command that does something itself, and has others below it, say which of these a mistyped one is near to. */
export function refuseUnknownCommands(command: Command): Command {
  return command.allowExcessArguments().hook('preAction', (own, acting) => {
    const [name] = acting.args;
    if (own !== acting || name === undefined) return;
    const names = own.commands.map((sub) => sub.name());
    const likely = closestName(name, names);
    const hint = likely === undefined ? '' : `\n(Did you mean ${likely}?)`;
    own.error(`error: unknown command '${name}'${hint}`, { code: 'commander.unknownCommand' });
  });
}
