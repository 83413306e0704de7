/**
 * Gradients by images of one channel, from what each pixel of the output gives to the pixels of its window:
 * `[images, outHeight, outWidth, filterHeight, filterWidth]`. Items are images.
 */
export function inputGradientGray(
  gifts: usize, outHeight: i32, outWidth: i32, filterHeight: i32, filterWidth: i32, padTop: i32, padLeft: i32,
  gradient: usize, height: i32, width: i32, begin: i32, end: i32,
): void {
  const windowBytes = (<usize>(filterHeight * filterWidth)) << 2;
  const imageBytes = <usize>(outHeight * outWidth) * windowBytes;
  let to = gradient + ((<usize>(begin * height * width)) << 2);
  for (let item = begin; item < end; item++) {
    const image = gifts + <usize>item * imageBytes;
    for (let row = padTop; row < height + padTop; row++)
      for (let column = padLeft; column < width + padLeft; column++) {
        store<f32>(to, receive(image, outHeight, outWidth, filterHeight, filterWidth, windowBytes, row, column));
        to += 4;
      }
  }
}

/** What the pixel at (`row`, `column`) of a padded image is given by all windows that it is in. */
// @ts-ignore: decorator
@inline
export function receive(
  image: usize, outHeight: i32, outWidth: i32, filterHeight: i32, filterWidth: i32, windowBytes: usize,
  row: i32, column: i32,
): f32 {
  const lastRow = min(filterHeight - 1, row);
  const firstColumn = max(0, column - outWidth + 1), lastColumn = min(filterWidth - 1, column);
  let sum: f32 = 0;
  for (let i = max(0, row - outHeight + 1); i <= lastRow; i++) {
    const window = image + <usize>((row - i) * outWidth + column - firstColumn) * windowBytes;
    let from = window + ((<usize>(i * filterWidth + firstColumn)) << 2);
    for (let j = firstColumn; j <= lastColumn; j++) {
      sum += load<f32>(from);
      from += 4 - windowBytes;
    }
  }
  return sum;
}
