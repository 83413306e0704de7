import { TransformError, type TransformErrorCode } from '../../errors.ts';
import { stepTitle } from '../check-steps.ts';
import type { Operation } from '../operation.ts';
import { operationNamed } from '../operations.ts';
import type { OperationName, Step } from '../step.ts';
import type { Stage } from './stage.ts';

/** A step that is ready for images. */
export interface PreparedStep extends Stage {
  /** Where it stands in the pipeline, from 0 on: the stream of its random numbers. */
  readonly place: number;
  readonly name: OperationName;
  readonly operation: Operation<object>;
  readonly options: object;
}

/** @throws {TransformError} `E_PIPELINE` - options that do not go together. */
export function prepareStep({ operation: name, ...options }: Step, place: number): PreparedStep {
  const operation = operationNamed(name);
  const title = stepTitle(place + 1, name);
  const runStep = prepared(operation, options, title);
  return {
    place,
    name,
    operation,
    options,
    needsWholeBatch: operation.needsWholeBatch === true,
    async run(batch, run) {
      try {
        return await runStep(batch, { ...run, random: { ...run.random, stream: place } });
      } catch (error) {
        throw titled(title, error);
      }
    },
  };
}

function prepared(operation: Operation<object>, options: object, title: string) {
  try {
    return operation.prepare(options);
  } catch (error) {
    throw titled(title, error, 'E_PIPELINE');
  }
}

/** The same error, if it is one of ours, with the name of the step in its message. */
function titled(title: string, error: unknown, code?: TransformErrorCode): unknown {
  if (!(error instanceof TransformError)) return error;
  return new TransformError(code ?? error.code, `${title}: ${error.message}`, { cause: error });
}
