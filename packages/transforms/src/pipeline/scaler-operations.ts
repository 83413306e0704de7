import { listOf, type OptionRules, orNull } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import { float32 } from '../options/float32-rule.ts';
import { resolveOperationOptions } from '../options/resolve-options.ts';
import {
  MIN_MAX_SCALER_RULES,
  type MinMaxScalerOptions,
  minMaxScaler,
  minMaxScalerFrom,
} from '../scaling/min-max-scaler.ts';
import { standardScaler, standardScalerFrom } from '../scaling/standard-scaler.ts';
import type { Operation, RunStep } from './operation.ts';

/** What a fitted scaler's JSON has; without it the pipeline has to be fitted. */
export interface StandardScalerStepOptions {
  /** One mean per feature. @default null, not fitted yet */
  readonly mean?: readonly number[] | null | undefined;
  /** One divisor per feature. @default null, not fitted yet */
  readonly scale?: readonly number[] | null | undefined;
}

/** What a fitted scaler's JSON has; without the last two the pipeline has to be fitted. */
export interface MinMaxScalerStepOptions extends MinMaxScalerOptions {
  /** The least value of each feature. @default null, not fitted yet */
  readonly dataMin?: readonly number[] | null | undefined;
  /** The greatest value of each feature. @default null, not fitted yet */
  readonly dataMax?: readonly number[] | null | undefined;
}

const PER_FEATURE = orNull(listOf([], float32(0)));

export const standardScalerOperation: Operation<StandardScalerStepOptions> = {
  rules: { mean: PER_FEATURE, scale: PER_FEATURE },
  prepare({ mean, scale }) {
    if (isMissing(mean, scale)) return refuse;
    const { transform } = standardScalerFrom({ operation: 'standard-scaler', mean, scale });
    return ({ images, labels }) => ({ images: transform(images), labels });
  },
  learn({ mean, scale }) {
    if (!isMissing(mean, scale)) return undefined;
    return (images) => {
      const fitted = standardScaler(images);
      return { mean: [...fitted.mean], scale: [...fitted.scale] };
    };
  },
};

const MIN_MAX_RULES: OptionRules<MinMaxScalerStepOptions> = {
  ...MIN_MAX_SCALER_RULES,
  dataMin: PER_FEATURE,
  dataMax: PER_FEATURE,
};

export const minMaxScalerOperation: Operation<MinMaxScalerStepOptions> = {
  rules: MIN_MAX_RULES,
  prepare(options) {
    if (isMissing(options.dataMin, options.dataMax)) return refuse;
    const resolved = resolveOperationOptions('min-max-scaler', MIN_MAX_RULES, options);
    const { transform } = minMaxScalerFrom({ operation: 'min-max-scaler', ...resolved });
    return ({ images, labels }) => ({ images: transform(images), labels });
  },
  learn({ dataMin, dataMax, ...options }) {
    if (!isMissing(dataMin, dataMax)) return undefined;
    return (images) => {
      const fitted = minMaxScaler(images, options);
      return { ...options, dataMin: [...fitted.dataMin], dataMax: [...fitted.dataMax] };
    };
  },
};

/** Whether a scaler has no state: half of one is not valid. */
function isMissing(...parts: readonly unknown[]): boolean {
  return parts.every((part) => part === undefined || part === null);
}

const refuse: RunStep = () => {
  throw new TransformError(
    'E_STATE',
    'expected a fitted scaler, got one that has seen no images; use what pipeline.fit(trainImages) gives',
  );
};
