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
  /** Of the canvas. */
  readonly pixelRatio: number;
  /** Of the canvas's pixels in each direction, the share that is worth drawing. */
  readonly resolution: number;
  /** Above 1 something moves on a slow device: one of so many dots is enough, and pictures may be rough. */
  readonly dotStep: number;
}

/** In view. */
export interface DrawnFrame {
  readonly dots: number;
  readonly pictures: number;
}

/** Draws frames on a canvas of its own. */
export interface Renderer {
  readonly kind: 'webgl2' | 'canvas2d';
  readonly canvas: HTMLCanvasElement;
  draw(frame: Frame): DrawnFrame;
  /** Prepares pictures for some milliseconds. @returns Whether there is more to prepare. */
  advance(pictures: PictureStore): boolean;
  /** Whether a point is drawn as its picture when there is room. */
  hasPicture(id: number): boolean;
  dispose(): void;
}
