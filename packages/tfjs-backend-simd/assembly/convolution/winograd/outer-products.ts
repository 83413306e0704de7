import { addFour, OUTER_BYTES, panelsAtOnce } from '../../tiles';

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
