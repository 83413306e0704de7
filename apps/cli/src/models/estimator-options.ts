import type { Estimator } from '@fashion-mnist/models';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { flagName } from './model-names.ts';

/** Wrapped, since commander takes null for a value that is missing. */
interface SetOption {
  readonly value: unknown;
}

/** Gives a command a flag for each option of a classifier; those that are not set keep the classifier's default. */
export function addEstimatorOptions(command: Command, { rules }: Estimator): void {
  for (const [name, rule] of Object.entries(rules)) {
    const option = new Option(
      `--${flagName(name)} <value>`,
      `${rule.expected} (default: ${showValue(rule.default)})`,
    ).argParser((text) => {
      const value = rule.parse(text);
      if (value === undefined) throw new InvalidArgumentError(`Expected ${rule.expected}.`);
      return { value } satisfies SetOption;
    });
    command.addOption(option.helpGroup('Options of the model:'));
  }
}

/** The options of a classifier that were set, under their own names. */
export function setOptions(
  { rules }: Estimator,
  options: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const names = Object.keys(rules).filter((name) => options[attributeName(name)] !== undefined);
  return Object.fromEntries(names.map((name) => [name, (options[attributeName(name)] as SetOption).value]));
}

/** Under which name commander keeps the value of the flag. */
function attributeName(name: string): string {
  return flagName(name).replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function showValue(value: unknown): string {
  if (Array.isArray(value)) return value.join();
  return typeof value === 'object' && value !== null ? Object.values(value).join() : String(value);
}
