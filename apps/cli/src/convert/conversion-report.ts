import {
  type ConvertPhotoOptions,
  FASHION_MNIST_MEASUREMENTS,
  type ImageMeasurements,
  measureImages,
} from '@fashion-mnist/transforms';
import { joinImages } from './join-images.ts';
import { isImage, type PhotoFailure, type PhotoImage, type PhotoOutcome } from './photo-outcome.ts';

/** All that is known of a conversion: the document `report.json`. */
export interface ConversionReport {
  readonly options: ConvertPhotoOptions;
  readonly measurements: { readonly yours: ImageMeasurements; readonly fashionMnist: ImageMeasurements };
  /** The photos that are images now, in the order of the images. */
  readonly photos: readonly ReportedPhoto[];
  readonly failed: readonly PhotoFailure[];
  /** Files of folders that were no photos by their names. */
  readonly passedOver: readonly string[];
}

type ReportedPhoto = Omit<PhotoImage, 'pixels' | 'label'> & {
  readonly label?: number;
  readonly className?: string;
};

/** What a report says beside what became of the photos. */
export interface ReportSettings {
  readonly conversion: ConvertPhotoOptions;
  readonly passedOver: readonly string[];
  readonly classNames: readonly string[];
}

export function conversionReport(
  outcomes: readonly PhotoOutcome[],
  { conversion, passedOver, classNames }: ReportSettings,
): ConversionReport {
  const images = outcomes.filter(isImage);
  return {
    options: conversion,
    measurements: {
      yours: measureImages(joinImages(images)),
      fashionMnist: FASHION_MNIST_MEASUREMENTS,
    },
    photos: images.map(({ path, label, description, background, warnings }) => ({
      path,
      ...(label === undefined ? {} : { label, className: classNames[label] ?? '' }),
      description,
      background,
      warnings,
    })),
    failed: outcomes.filter((outcome): outcome is PhotoFailure => !isImage(outcome)),
    passedOver,
  };
}
