import { addFour, OUTER_BYTES, panelsAtOnce } from '../../tiles';
import { gradientToPlanes, inputToPlanes } from './transform-tiles';

/** Transforms the input of the tile looked at into planes `[quads][count][4]`. */
export function inputOfTile(tile: i32, count: i32, quadCount: i32, planes: usize, plane: usize): void {
  for (let quad = 0; quad < quadCount; quad++)
    inputToPlanes(quad * 4, planes + ((<usize>(quad * count + tile)) << 4), plane);
}

/** Transforms the gradient of the tile looked at into planes `[panels][count][8]`. */
export function gradientOfTile(tile: i32, count: i32, panelCount: i32, size: i32, planes: usize, plane: usize): void {
  for (let half = 0; half < panelCount * 2; half++) {
    const place = ((<usize>((half >> 1) * count + tile)) << 5) + ((<usize>(half & 1)) << 4);
    gradientToPlanes(size, half * 4, planes + place, plane);
  }
}

/** Adds one plane's products of quads `begin` to `end` with all panels to sums `[quads][panels][4][8]`. */
export function addPlane(
  count: i32, inputs: usize, begin: i32, end: i32, gradients: usize, panelCount: i32, sums: usize,
): void {
  let panels = 0;
  for (let panel = 0; panel < panelCount; panel += panels) {
    panels = panelsAtOnce(panelCount - panel);
    const right = gradients + ((<usize>(panel * count)) << 5);
    for (let quad = begin; quad < end; quad++)
      addFour(panels, count, inputs + ((<usize>(quad * count)) << 4), right, sums + <usize>(quad * panelCount + panel) * OUTER_BYTES);
  }
}
