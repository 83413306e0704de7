import { convertPhoto, describeImage } from '@fashion-mnist/transforms';
import { decodePhoto } from '@fashion-mnist/transforms/node';
import sharp from 'sharp';

// In place of a photo of yours: a dark trouser, drawn.
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"><rect width="300" height="400" fill="white"/>
  <path d="M90 40h120l15 320h-50l-25-220-25 220H75z" fill="#345"/></svg>`;
const photo = await sharp(Buffer.from(drawing)).jpeg().toBuffer();

const { pixels, warnings, stages } = convertPhoto(await decodePhoto(photo));
console.log(`${pixels.length} bytes after ${stages.length} stages; ${warnings.length} warnings`);
console.log(describeImage(pixels));
