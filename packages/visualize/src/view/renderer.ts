import type { Size } from './geometry.ts';
import type { Look } from './scene/look.ts';
import type { PictureStore } from './scene/picture-store.ts';
import type { SceneGuest, ScenePoints } from './scene/scene.ts';
import type { ViewerCamera } from './viewer.ts';

/** All that one frame shows. */
export interface Frame {
  readonly points: ScenePoints;
  readonly pictures: PictureStore;
  readonly guests: readonly SceneGuest[];
  readonly look: Look;
  readonly camera: ViewerCamera;
  /** In CSS pixels. */
  readonly size: Size;
  readonly pixelRatio: number;
  /** Something is on its way, so that the next frame follows at once. */
  readonly isMoving: boolean;
}

export interface DrawnFrame {
  readonly dots: number;
  readonly pictures: number;
  /** There is more to upload: draw again soon. */
  readonly isUnfinished: boolean;
}

/** Draws frames on a canvas of its own. */
export interface Renderer {
  readonly kind: 'webgl2' | 'canvas2d';
  readonly canvas: HTMLCanvasElement;
  draw(frame: Frame): DrawnFrame;
  /** Whether a point is drawn as its picture when there is room. */
  hasPicture(id: number): boolean;
  dispose(): void;
}
