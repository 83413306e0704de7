import { type Box, clamp, type Point, type Size } from '../geometry.ts';
import type { ViewerCamera } from '../viewer.ts';
import { blendCameras, fitCamera, keepInSight, panBy, zoomTo } from './camera.ts';
import { easeInOut } from './ease-in-out.ts';

interface Glide {
  readonly from: ViewerCamera;
  readonly to: ViewerCamera;
  readonly startMs: number;
  readonly durationMs: number;
}

const FARTHEST = 0.5;
/** CSS pixels between neighbours when the camera is as near as it goes. */
const NEAREST_SPACING = 160;
const PADDING = 28;

/** The camera, its limits, and its way from one place to another. */
export class CameraControl {
  readonly #onChange: () => void;
  #camera: ViewerCamera = { x: 0, y: 0, scale: 300 };
  #size: Size = { width: 1, height: 1 };
  #bounds: Box = { xMin: -1, yMin: -1, xMax: 1, yMax: 1 };
  #spacing = 0.01;
  #glide: Glide | undefined;
  #isAtHome = true;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get camera(): ViewerCamera {
    return this.#camera;
  }

  get size(): Size {
    return this.#size;
  }

  /** Whether it keeps showing the whole map. */
  get isAtHome(): boolean {
    return this.#isAtHome;
  }

  get isMoving(): boolean {
    return this.#glide !== undefined;
  }

  /** The camera that shows the whole map. */
  get home(): ViewerCamera {
    return fitCamera(this.#bounds, this.#size, { padding: PADDING });
  }

  /** A camera that has never been moved keeps showing the whole map. */
  resize(size: Size): void {
    this.#size = size;
    if (this.#isAtHome) this.fit(undefined, 0);
    else this.#onChange();
  }

  /** @param spacing - Typical distance between neighbours. All in map units. */
  setMap(bounds: Box, spacing: number, durationMs: number): void {
    this.#bounds = bounds;
    this.#spacing = spacing;
    if (this.#isAtHome) this.fit(undefined, durationMs);
  }

  /** Goes to exactly this camera. */
  set(camera: ViewerCamera): void {
    this.#glide = undefined;
    this.#isAtHome = false;
    this.#change(camera);
  }

  panBy(dx: number, dy: number): void {
    this.set(keepInSight(panBy(this.#camera, dx, dy), this.#bounds));
  }

  /** Zooms around a place of the container, by default its middle. */
  zoomBy(factor: number, anchor: Point = this.#middle(), durationMs = 0): void {
    const from = this.#glide?.to ?? this.#camera;
    const zoomed = zoomTo(from, this.#size, anchor, this.#limited(from.scale * factor));
    this.glideTo(keepInSight(zoomed, this.#bounds), durationMs);
  }

  /** Shows a part of the map, the whole map when none is given. */
  fit(box: Box | undefined, durationMs: number): void {
    const maxScale = this.#scaleLimits().max / 2;
    const to = box === undefined ? this.home : fitCamera(box, this.#size, { padding: 2 * PADDING, maxScale });
    this.glideTo(to, durationMs);
    this.#isAtHome = box === undefined;
  }

  glideTo(to: ViewerCamera, durationMs: number): void {
    if (durationMs <= 0) {
      this.set(to);
      return;
    }
    this.#isAtHome = false;
    this.#glide = { from: this.#camera, to, startMs: performance.now(), durationMs };
    this.#onChange();
  }

  /** Moves on to where the camera is at a time. */
  advance(nowMs: number): void {
    if (this.#glide === undefined) return;
    const { from, to, startMs, durationMs } = this.#glide;
    const share = clamp((nowMs - startMs) / durationMs, 0, 1);
    if (share === 1) this.#glide = undefined;
    this.#change(blendCameras(from, to, easeInOut(share)));
  }

  #change(camera: ViewerCamera): void {
    this.#camera = camera;
    this.#onChange();
  }

  #middle(): Point {
    return { x: this.#size.width / 2, y: this.#size.height / 2 };
  }

  #limited(scale: number): number {
    const { min, max } = this.#scaleLimits();
    return clamp(scale, min, max);
  }

  #scaleLimits(): { readonly min: number; readonly max: number } {
    const home = this.home.scale;
    return { min: home * FARTHEST, max: Math.max(NEAREST_SPACING / this.#spacing, home) };
  }
}
