/** All that is on a picture, in pixels, y down. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** Painted first. */
  readonly boxes?: readonly SceneBox[];
  /** Painted over the boxes, below the dots. */
  readonly lines?: readonly SceneLine[];
  /** Painted in this order. */
  readonly layers: readonly DotLayer[];
  readonly legendDots: readonly LegendDot[];
  readonly texts: readonly SceneText[];
}

/** A filled rectangle. */
export interface SceneBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

/** Points joined by straight lines. */
export interface SceneLine {
  /** Flat `x0, y0, x1, y1, ...` */
  readonly points: readonly number[];
  readonly width: number;
  readonly color: string;
}

/** Dots of one class. */
export interface DotLayer {
  readonly color: string;
  /** `0..1`: where dots overlap, more dots give a fuller colour. */
  readonly opacity: number;
  readonly radius: number;
  /** Of the class. */
  readonly name: string;
  /** Flat `x0, y0, x1, y1, ...` */
  readonly points: Float32Array;
}

export interface LegendDot {
  readonly x: number;
  readonly y: number;
  readonly color: string;
}

export interface SceneText {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly weight: 'regular' | 'semibold';
  readonly color: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Drawn with a rim in the background's colour, to be read over dots. */
  readonly halo: boolean;
}

export const BACKGROUND = '#ffffff';
export const INK = '#1f2328';
export const FAINT_INK = '#656d76';
export const LEGEND_DOT_RADIUS = 5;
