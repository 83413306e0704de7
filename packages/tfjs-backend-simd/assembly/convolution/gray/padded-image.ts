import { scratch } from '../../scratch';

/** Where a gray image stands with zeros around it, and six more behind. */
// @ts-ignore: decorator
@inline
export function paddedImage(): usize {
  return scratch + 65536;
}

/** Copies a gray image to where windows never leave it: `paddedHeight` times `paddedWidth`. */
export function padImage(
  image: usize, height: i32, width: i32, padTop: i32, padLeft: i32, paddedHeight: i32, paddedWidth: i32,
): void {
  const rowBytes = (<usize>paddedWidth) << 2;
  memory.fill(paddedImage(), 0, <usize>paddedHeight * rowBytes + 24);
  const columns = min(width, paddedWidth - padLeft);
  for (let row = 0; row < min(height, paddedHeight - padTop); row++) {
    const to = paddedImage() + <usize>(row + padTop) * rowBytes + ((<usize>padLeft) << 2);
    memory.copy(to, image + ((<usize>(row * width)) << 2), (<usize>columns) << 2);
  }
}
