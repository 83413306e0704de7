import { loadDataset } from '@fashion-mnist/dataset-fetch';

/** Draws a test image. The same call as in Node; the browser's cache keeps what was fetched. */
export async function drawTestImage(canvas: HTMLCanvasElement, index: number): Promise<string> {
  const { images, labels, classNames } = await loadDataset('fashion-mnist', {
    split: 'test',
    onProgress: ({ completed, total }) => console.log(`${completed} of ${total}`),
  });
  const [, height = 0, width = 0] = images.shape;
  const pixels = images.data.subarray(index * height * width, (index + 1) * height * width);
  const picture = new ImageData(width, height);
  for (const [i, grey] of pixels.entries()) picture.data.set([grey, grey, grey, 255], 4 * i);
  canvas.getContext('2d')?.putImageData(picture, 0, 0);
  return classNames[labels[index] ?? 0] ?? '';
}
