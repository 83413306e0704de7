import type * as DeepEntry from '@fashion-mnist/models/deep';
import type { Loss, Optimizer, Schedule } from '@fashion-mnist/models/deep';
import { compose, type PipelineDocument } from '@fashion-mnist/transforms';
import { presetNamed } from '@fashion-mnist/transforms/presets';
import type { NetworkRecipe } from './network-recipe.ts';

type Deep = typeof DeepEntry;

/** A recipe in which nothing is left out: every option, and steps in place of a preset's name. */
export interface ResolvedNetworkRecipe extends NetworkRecipe {
  readonly pipelines: { readonly train: PipelineDocument; readonly judged: PipelineDocument };
  readonly loss: Loss;
  readonly optimizer: Optimizer;
  readonly schedule: Schedule;
}

/**
 * @throws {ModelsError} `E_OPTION` - a loss, an optimizer or a schedule that there is not.
 * @throws {TransformError} `E_PIPELINE` - the same of a pipeline.
 */
export function resolveNetworkRecipe(
  deep: Pick<Deep, 'parseLoss' | 'parseOptimizer' | 'parseSchedule'>,
  recipe: NetworkRecipe,
  seed: number,
): ResolvedNetworkRecipe {
  const { train, judged } = recipe.pipelines;
  return {
    ...recipe,
    pipelines: {
      train: documentOf(typeof train === 'string' ? presetNamed(train) : train),
      judged: documentOf(judged),
    },
    loss: deep.parseLoss(recipe.loss),
    optimizer: deep.parseOptimizer(recipe.optimizer),
    schedule: deep.parseSchedule(recipe.schedule),
    seed,
  };
}

/** What a pipeline does, and what it is called: what else is known of it stands with the preset. */
function documentOf({ name, steps }: PipelineDocument): PipelineDocument {
  const checked = compose(steps).toJSON();
  return { ...(name !== undefined && { name }), steps: checked.steps };
}
