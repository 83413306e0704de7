import type { ResolvedOptions } from '@fashion-mnist/core';
import type { ImageRandom } from '../../random/image-random.ts';
import { portableExp, portableLog } from '../../random/portable-math.ts';
import type { PictureSize } from '../editing/picture-size.ts';
import type { Box } from './box.ts';
import type { RandomErasingOptions } from './random-erasing-options.ts';

/**
 * Draws whether an image loses a rectangle, and writes which to the box: per attempt its area and aspect, and for one
 * that is lower and narrower than the image its row and column. After too many attempts nothing is erased.
 */
export type ErasingDraw = (random: ImageRandom, box: Box) => boolean;

/** Draws for images of one size. */
export function erasingDraw(
  { height, width }: PictureSize,
  { probability, area, aspect, aspectDistribution, attempts }: ResolvedOptions<RandomErasingOptions>,
): ErasingDraw {
  const isLog = aspectDistribution === 'log-uniform';
  const low = isLog ? portableLog(aspect[0]) : aspect[0];
  const high = isLog ? portableLog(aspect[1]) : aspect[1];
  return (random, box) => {
    if (random.nextFloat() >= probability) return false;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const pixelCount = random.nextBetween(area[0], area[1]) * height * width;
      const drawn = random.nextBetween(low, high);
      const ratio = isLog ? portableExp(drawn) : drawn;
      box.height = Math.round(Math.sqrt(pixelCount * ratio));
      box.width = Math.round(Math.sqrt(pixelCount / ratio));
      if (box.height < height && box.width < width) {
        box.top = random.nextInt(height - box.height + 1);
        box.left = random.nextInt(width - box.width + 1);
        return true;
      }
    }
    return false;
  };
}
