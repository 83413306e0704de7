/**
 * Writes imagemagick.json: what ImageMagick 6 makes of the first drawn pictures but the large one, as bytes in
 * hexadecimal or null, for where it cannot run.
 *
 *     node --conditions=@fashion-mnist/source packages/transforms/test/golden/imagemagick.ts > packages/transforms/test/golden/imagemagick.json
 */
import { drawPhoto } from '../photos/draw-photo.ts';
import { convertByImageMagick, imageMagickVersion } from '../photos/imagemagick.ts';

const NUMBERS = Array.from({ length: 24 }, (_, number) => number).filter((number) => number !== 11);

const references = convertByImageMagick(NUMBERS.map(drawPhoto));
const images = NUMBERS.map((number, index) => {
  const colors = references[index]?.get('bytes')?.data;
  const grey = colors?.filter((_, at) => at % 3 === 0);
  return { number, hex: grey === undefined ? null : Buffer.from(grey).toString('hex') };
});
const version = JSON.stringify(imageMagickVersion());
const lines = images.map((image) => `    ${JSON.stringify(image)}`);
process.stdout.write(`{\n  "version": ${version},\n  "images": [\n${lines.join(',\n')}\n  ]\n}\n`);
