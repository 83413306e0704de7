import {
  type ConvertPhotoOptions,
  convertPhoto,
  type PhotoStageName,
  type Raster,
  TransformError,
} from '@fashion-mnist/transforms';
import type { ReferenceStages } from './imagemagick.ts';

/** How two makers of the same pictures agree after a step. */
export interface StageAgreement {
  pictureCount: number;
  pixelCount: number;
  /** Values of pixels that are not the same in 16 bits, and in 8. */
  unequalWords: number;
  unequalBytes: number;
  /** The largest difference in 8 bits. */
  worstBytes: number;
  /** Pictures of another size. */
  unequalSizes: number;
}

/** Agreement by stage, and the pictures that one maker alone found empty. */
export interface Agreement {
  readonly stages: Map<PhotoStageName, StageAgreement>;
  emptyCount: number;
  readonly disagreed: number[];
}

export function noAgreement(): Agreement {
  return { stages: new Map(), emptyCount: 0, disagreed: [] };
}

/** Adds how `convertPhoto` agrees with the reference on a picture. */
export function addAgreement(
  agreement: Agreement,
  number: number,
  raster: Raster,
  reference: ReferenceStages,
  options: ConvertPhotoOptions = {},
): void {
  const converted = convertOrNull(raster, options);
  if (converted === null || reference === null) {
    if (converted !== reference) agreement.disagreed.push(number);
    agreement.emptyCount++;
    return;
  }
  for (const { name, raster: ours } of converted.stages) {
    const theirs = reference.get(name);
    if (theirs === undefined) continue;
    const sum = agreement.stages.get(name) ?? {
      pictureCount: 0,
      pixelCount: 0,
      unequalWords: 0,
      unequalBytes: 0,
      worstBytes: 0,
      unequalSizes: 0,
    };
    agreement.stages.set(name, sum);
    addStage(sum, ours, theirs);
  }
}

function convertOrNull(raster: Raster, options: ConvertPhotoOptions) {
  try {
    return convertPhoto(raster, options);
  } catch (error) {
    if (error instanceof TransformError && error.code === 'E_PHOTO_EMPTY') return null;
    throw error;
  }
}

function addStage(sum: StageAgreement, ours: Raster, theirs: Raster): void {
  sum.pictureCount++;
  if (ours.width !== theirs.width || ours.height !== theirs.height) {
    sum.unequalSizes++;
    return;
  }
  sum.pixelCount += ours.width * ours.height;
  for (let pixel = 0; pixel < ours.width * ours.height; pixel++) {
    let isWordEqual = true;
    let byteDifference = 0;
    for (let channel = 0; channel < 3; channel++) {
      const our = wordAt(ours, pixel, channel);
      const their = wordAt(theirs, pixel, channel);
      if (our === their) continue;
      isWordEqual = false;
      byteDifference = Math.max(byteDifference, Math.abs(toByte(our) - toByte(their)));
    }
    if (!isWordEqual) sum.unequalWords++;
    if (byteDifference > 0) sum.unequalBytes++;
    sum.worstBytes = Math.max(sum.worstBytes, byteDifference);
  }
}

function wordAt({ data, channels }: Raster, pixel: number, channel: number): number {
  const value = data[pixel * channels + (channels === 1 ? 0 : channel)] as number;
  return data instanceof Uint16Array ? value : value * 257;
}

function toByte(word: number): number {
  return Math.round(word / 257);
}
