import { closestName } from '@fashion-mnist/core';
import { type Argument, type Command, InvalidArgumentError, type Option } from 'commander';

/** Lets every place of a program that takes one of several names say which of them a wrong one is near to. */
export function suggestChoices(command: Command): void {
  for (const place of [...command.options, ...command.registeredArguments]) suggestIn(place);
  for (const sub of command.commands) suggestChoices(sub);
}

function suggestIn(place: Option | Argument): void {
  const { argChoices, parseArg } = place;
  if (argChoices === undefined || parseArg === undefined) return;
  place.parseArg = <Value>(text: string, previous: Value): Value => {
    try {
      return parseArg<Value>(text, previous);
    } catch (error) {
      const likely = closestName(text, argChoices);
      if (!(error instanceof InvalidArgumentError) || likely === undefined) throw error;
      throw new InvalidArgumentError(`${error.message}\n(Did you mean ${likely}?)`);
    }
  };
}
