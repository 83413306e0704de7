import { closestName, resolveOptions } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import { deepFreeze, isRecord, shown } from '../options/values.ts';
import { isOperationName, OPERATION_NAMES, operationNamed } from './operations.ts';
import type { OperationName, Step } from './step.ts';

/**
 * Steps that came from anywhere, checked, as copies of their own.
 *
 * @throws {TransformError} `E_PIPELINE` - the message has the number of the step, its operation and the option.
 */
export function checkSteps(steps: unknown): readonly Step[] {
  if (!Array.isArray(steps))
    throw invalid(`expected a list of steps, each { "operation": … }, got ${shown(steps)}`);
  return Object.freeze(Array.from(steps, (step: unknown, place) => checkStep(step, place + 1)));
}

function checkStep(step: unknown, number: number): Step {
  if (!isRecord(step)) throw invalid(`step ${number}: expected { "operation": … }, got ${shown(step)}`);
  const { operation, ...options } = step;
  const name = checkName(operation, number);
  resolveOptions<object>(stepTitle(number, name), operationNamed(name).rules, options, invalid);
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return deepFreeze(structuredClone({ operation: name, ...Object.fromEntries(given) })) as Step;
}

function checkName(operation: unknown, number: number): OperationName {
  if (typeof operation !== 'string')
    throw invalid(`step ${number}: expected "operation", the name of one, got ${shown(operation)}`);
  if (isOperationName(operation)) return operation;
  const likely = closestName(operation, OPERATION_NAMES);
  const help =
    likely === undefined ? `expected one of ${OPERATION_NAMES.join(', ')}` : `did you mean '${likely}'?`;
  throw invalid(`step ${number}: there is no operation '${operation}', ${help}`);
}

/** How messages name a step: `step 2 (random-crop)`. */
export function stepTitle(number: number, name: OperationName): string {
  return `step ${number} (${name})`;
}

function invalid(message: string): TransformError {
  return new TransformError('E_PIPELINE', message);
}
