import { lookAt } from './patch';

/** Looks at a tile's pixels: tiles are `step` pixels apart, the first of an image begins at (`-padTop`, `-padLeft`). */
export function lookAtTile(
  tile: i32, across: i32, perImage: i32, images: usize, height: i32, width: i32, channels: i32,
  step: i32, padTop: i32, padLeft: i32, size: i32,
): void {
  const place = tile % perImage;
  const image = images + (<usize>(tile / perImage) * <usize>height * <usize>width * <usize>channels << 2);
  lookAt(image, height, width, channels, (place / across) * step - padTop, (place % across) * step - padLeft, size);
}
