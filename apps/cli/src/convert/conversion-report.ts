import {
  type ConvertPhotoOptions,
  FASHION_MNIST_MEASUREMENTS,
  type ImageMeasurements,
  measureImages,
} from '@fashion-mnist/transforms';
import type { CollectedPhotos, PassedOver } from './collect-photos.ts';
import { joinImages } from './join-images.ts';
import { isImage, type PhotoFailure, type PhotoImage, type PhotoOutcome } from './photo-outcome.ts';

/** All that is known of a conversion: the document `report.json`. */
export interface ConversionReport {
  readonly options: ConvertPhotoOptions;
  readonly measurements: { readonly yours: ImageMeasurements; readonly fashionMnist: ImageMeasurements };
  /** The photos that are images now, in the order of the images. */
  readonly photos: readonly ReportedPhoto[];
  /** Photos that could not be converted, and folders that could not be read. */
  readonly failed: readonly PhotoFailure[];
  /** What else there was in the folders. */
  readonly passedOver: readonly PassedOver[];
}

type ReportedPhoto = Omit<PhotoImage, 'pixels' | 'label' | 'stages'> & {
  /** Which of the images it is. */
  readonly index: number;
  /** The picture of its steps, in the folder of the report. */
  readonly stages?: string;
  readonly label?: number;
  readonly className?: string;
};

/** What a report says beside what became of the photos. */
export interface ReportSettings extends Pick<CollectedPhotos, 'passedOver' | 'failed'> {
  readonly conversion: ConvertPhotoOptions;
  readonly classNames: readonly string[];
}

export function conversionReport(
  outcomes: readonly PhotoOutcome[],
  { conversion, passedOver, failed, classNames }: ReportSettings,
): ConversionReport {
  const images = outcomes.filter(isImage);
  return {
    options: conversion,
    measurements: {
      yours: measureImages(joinImages(images)),
      fashionMnist: FASHION_MNIST_MEASUREMENTS,
    },
    photos: images.map(({ path, label, stages, description, background, warnings }, index) => ({
      index,
      path,
      ...(stages === undefined ? {} : { stages }),
      ...(label === undefined ? {} : { label, className: classNames[label] ?? '' }),
      description,
      background,
      warnings,
    })),
    failed: [...failed, ...outcomes.filter((outcome): outcome is PhotoFailure => !isImage(outcome))],
    passedOver,
  };
}
