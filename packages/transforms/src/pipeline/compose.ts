import type { NdArray } from '@fashion-mnist/core';
import type { Batch } from '../images/batch.ts';
import type { Pixels } from '../images/images.ts';
import { checkAbout } from './check-about.ts';
import { createIntoCheck } from './check-into.ts';
import { checkRun } from './check-run.ts';
import { checkSteps } from './check-steps.ts';
import { execute } from './execution/execute.ts';
import { planStages } from './execution/plan-stages.ts';
import { operationNamed } from './operations.ts';
import type { Into, Pipeline, PipelineRun } from './pipeline.ts';
import type { PipelineAbout } from './pipeline-document.ts';
import { checkRunOptions, INTO, requireBatch } from './run-options.ts';
import type { Step } from './step.ts';

/**
 * A pipeline of steps that are plain data: `compose([{ operation: 'random-flip' }, { operation: 'normalize' }])`.
 *
 * @param about - Its name, where it comes from, in what it differs from there; none of it changes what it does.
 * @returns A frozen pipeline, which has copies of both.
 * @throws {TransformError} `E_PIPELINE` - an operation that there is not, an option that it has not, or a value outside
 *   its range, where the message has the number of the step; or something else said of it.
 */
export function compose(steps: readonly Step[], about: PipelineAbout = {}): Pipeline {
  const aboutIt = checkAbout(about);
  const checked = checkSteps(steps);
  const stages = planStages(checked);
  const checkInto = createIntoCheck(stages);
  const document = Object.freeze({ ...aboutIt, steps: checked });

  async function apply(input: NdArray<Pixels> | Batch, options: PipelineRun & Partial<Into<Pixels>> = {}) {
    const batch = requireBatch('pipeline.apply', input);
    checkRunOptions('pipeline.apply', options, INTO);
    const { into, ...run } = options;
    checkRun('pipeline.apply', batch, run);
    if (into !== undefined) await checkInto(into, batch, run);
    const result = await execute(stages, batch, run, into);
    return 'images' in input ? result : result.images;
  }

  async function fit(input: NdArray<Pixels> | Batch, run: PipelineRun = {}): Promise<Pipeline> {
    const batch = requireBatch('pipeline.fit', input);
    checkRunOptions('pipeline.fit', run);
    checkRun('pipeline.fit', batch, run);
    const fitted: Step[] = [];
    for (const step of checked) {
      const { operation, ...options } = step;
      const learnFrom = operationNamed(operation).learn?.(options);
      if (learnFrom === undefined) fitted.push(step);
      else fitted.push({ operation, ...learnFrom((await compose(fitted).apply(batch, run)).images) } as Step);
    }
    return compose(fitted, aboutIt);
  }

  return Object.freeze({ ...document, apply: apply as Pipeline['apply'], fit, toJSON: () => document });
}
