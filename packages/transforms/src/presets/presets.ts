import { closestName } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import { deepFreeze } from '../options/values.ts';
import type { PipelineDocument } from '../pipeline/pipeline-document.ts';
import twoConv2Fc from './2-conv-2-fc.json' with { type: 'json' };
import twoConv3Fc18mParameters from './2-conv-3-fc-1-8m-parameters.json' with { type: 'json' };
import twoConv3Fc500kParameters from './2-conv-3-fc-500k-parameters.json' with { type: 'json' };
import twoConv113kParameters from './2-conv-113k-parameters.json' with { type: 'json' };
import twoConvKyriakosEfthymiadis from './2-conv-kyriakos-efthymiadis.json' with { type: 'json' };
import capsuleNetwork from './capsule-network.json' with { type: 'json' };
import cnnOptionalShortcuts from './cnn-optional-shortcuts.json' with { type: 'json' };
import densenetBc from './densenet-bc.json' with { type: 'json' };
import dualPathWrn2810 from './dual-path-wrn-28-10.json' with { type: 'json' };
import dyraNet from './dyra-net.json' with { type: 'json' };
import fastaiResnet50 from './fastai-resnet50.json' with { type: 'json' };
import googleAutoml from './google-automl.json' with { type: 'json' };
import hogSvm from './hog-svm.json' with { type: 'json' };
import humanPerformance from './human-performance.json' with { type: 'json' };
import mobilenet from './mobilenet.json' with { type: 'json' };
import resnet18 from './resnet18.json' with { type: 'json' };
import wrn2810 from './wrn-28-10.json' with { type: 'json' };
import wrn2810RandomErasing from './wrn-28-10-random-erasing.json' with { type: 'json' };
import wrn404 from './wrn-40-4.json' with { type: 'json' };
import xgboost from './xgboost.json' with { type: 'json' };

/** A pipeline with all that is known of it; its description has the row, its source where that leads. */
export type Preset = {
  readonly [Key in keyof PipelineDocument]-?: Exclude<PipelineDocument[Key], undefined>;
};

/** The preprocessing of each row of the original's leaderboard that names one, in its order; frozen. */
export const presets: readonly Preset[] = deepFreeze([
  twoConvKyriakosEfthymiadis,
  twoConv113kParameters,
  twoConv3Fc18mParameters,
  twoConv3Fc500kParameters,
  twoConv2Fc,
  cnnOptionalShortcuts,
  wrn404,
  densenetBc,
  mobilenet,
  resnet18,
  dualPathWrn2810,
  wrn2810,
  wrn2810RandomErasing,
  humanPerformance,
  capsuleNetwork,
  hogSvm,
  xgboost,
  dyraNet,
  googleAutoml,
  fastaiResnet50,
] as unknown as readonly Preset[]);

/**
 * The preset of this name: that of the leaderboard's row, as `wrn-28-10`.
 *
 * @throws {TransformError} `E_PIPELINE` - there is none.
 */
export function presetNamed(name: string): Preset {
  const preset = presets.find((candidate) => candidate.name === name);
  if (preset !== undefined) return preset;
  const names = presets.map((candidate) => candidate.name);
  const likely = closestName(name, names);
  const help = likely === undefined ? `expected one of ${names.join(', ')}` : `did you mean '${likely}'?`;
  throw new TransformError('E_PIPELINE', `there is no preset '${name}', ${help}`);
}
