import {
  type ConvertedPhoto,
  type ConvertPhotoOptions,
  convertPhoto,
  type PhotoStageName,
  type Raster,
  TransformError,
} from '@fashion-mnist/transforms';
import type { ReferenceStages } from './imagemagick.ts';

/** How far two makers of the same pictures agree after a step. */
interface StageAgreement {
  pictureCount: number;
  pixelCount: number;
  /** Pixels that are not the same in 16 bits, and in 8. */
  unequalInWords: number;
  unequalInBytes: number;
  /** The largest difference in 8 bits. */
  worstInBytes: number;
  /** Pictures of another size. */
  unequalSizes: number;
}

/** Agreement stage by stage. */
export interface Agreement {
  readonly stages: ReadonlyMap<PhotoStageName, StageAgreement>;
  /** Pictures of which both say that nothing is left. */
  readonly emptyCount: number;
  /** Positions of pictures of which one alone says so. */
  readonly disputed: readonly number[];
}

/** How `convertPhoto` agrees with the reference on pictures. */
export function compareStages(
  rasters: readonly Raster[],
  references: readonly ReferenceStages[],
  options: ConvertPhotoOptions = {},
): Agreement {
  const stages = new Map<PhotoStageName, StageAgreement>();
  const disputed: number[] = [];
  let emptyCount = 0;
  for (const [position, raster] of rasters.entries()) {
    const converted = convertUnlessEmpty(raster, options);
    const reference = references[position] ?? null;
    if (converted !== null && reference !== null) addPhoto(stages, converted, reference);
    else if (converted === reference) emptyCount++;
    else disputed.push(position);
  }
  return { stages, emptyCount, disputed };
}

function convertUnlessEmpty(raster: Raster, options: ConvertPhotoOptions): ConvertedPhoto | null {
  try {
    return convertPhoto(raster, options);
  } catch (error) {
    if (error instanceof TransformError && error.code === 'E_PHOTO_EMPTY') return null;
    throw error;
  }
}

function addPhoto(
  stages: Map<PhotoStageName, StageAgreement>,
  converted: ConvertedPhoto,
  reference: NonNullable<ReferenceStages>,
): void {
  for (const { name, raster } of converted.stages) {
    const agreement = stages.get(name) ?? noAgreement();
    stages.set(name, agreement);
    addStage(agreement, raster, reference.get(name) as Raster);
  }
}

function noAgreement(): StageAgreement {
  return {
    pictureCount: 0,
    pixelCount: 0,
    unequalInWords: 0,
    unequalInBytes: 0,
    worstInBytes: 0,
    unequalSizes: 0,
  };
}

function addStage(agreement: StageAgreement, ours: Raster, theirs: Raster): void {
  agreement.pictureCount++;
  if (ours.width !== theirs.width || ours.height !== theirs.height) {
    agreement.unequalSizes++;
    return;
  }
  const pixelCount = ours.width * ours.height;
  agreement.pixelCount += pixelCount;
  for (let pixel = 0; pixel < pixelCount; pixel++) {
    const pairs = [0, 1, 2].map(
      (channel) => [wordAt(ours, pixel, channel), wordAt(theirs, pixel, channel)] as const,
    );
    if (pairs.every(([our, their]) => our === their)) continue;
    const inBytes = Math.max(...pairs.map(([our, their]) => Math.abs(toByte(our) - toByte(their))));
    agreement.unequalInWords++;
    if (inBytes > 0) agreement.unequalInBytes++;
    agreement.worstInBytes = Math.max(agreement.worstInBytes, inBytes);
  }
}

function wordAt({ data, channels }: Raster, pixel: number, channel: number): number {
  const value = data[pixel * channels + (channels === 1 ? 0 : channel)] as number;
  return data instanceof Uint16Array ? value : value * 257;
}

function toByte(word: number): number {
  return Math.round(word / 257);
}
