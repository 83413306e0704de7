import type { NdArray } from '@fashion-mnist/core';
import type { Batch } from '../images/batch.ts';
import type { Pixels } from '../images/images.ts';
import { checkRun } from './check-run.ts';
import { checkSteps } from './check-steps.ts';
import { execute } from './execution/execute.ts';
import { planStages } from './execution/plan-stages.ts';
import { operationNamed } from './operations.ts';
import type { Into, Pipeline, PipelineRun } from './pipeline.ts';
import type { PipelineAbout } from './pipeline-document.ts';
import type { Step } from './step.ts';

/**
 * A pipeline of steps that are plain data: `compose([{ operation: 'random-flip' }, { operation: 'normalize' }])`.
 *
 * @param about - Its name, where it comes from, in what it differs from there; none of it changes what it does.
 * @throws {TransformError} `E_PIPELINE` - an operation that there is not, an option that it has not, or a value outside
 *   its range; the message has the number of the step.
 */
export function compose(steps: readonly Step[], about: PipelineAbout = {}): Pipeline {
  const checked = checkSteps(steps);
  const stages = planStages(checked);
  const document = Object.freeze({ ...about, steps: checked });

  async function apply(
    input: NdArray<Pixels> | Batch,
    { into, ...run }: PipelineRun & Partial<Into<Pixels>> = {},
  ) {
    const isBatch = 'images' in input;
    const batch = isBatch ? input : { images: input };
    checkRun(batch, run);
    const result = await execute(stages, batch, run, into);
    return isBatch ? result : result.images;
  }

  async function fit(input: NdArray<Pixels> | Batch, run?: PipelineRun): Promise<Pipeline> {
    const batch = 'images' in input ? input : { images: input };
    const fitted: Step[] = [];
    for (const step of checked) {
      const { operation, ...options } = step;
      const learnFrom = operationNamed(operation).learn?.(options);
      if (learnFrom === undefined) fitted.push(step);
      else fitted.push({ operation, ...learnFrom((await compose(fitted).apply(batch, run)).images) } as Step);
    }
    return compose(fitted, about);
  }

  return Object.freeze({ ...document, apply: apply as Pipeline['apply'], fit, toJSON: () => document });
}
