import type { Size } from '../geometry.ts';
import type { Rgb } from '../scene/css-color-to-rgb.ts';
import type { Look } from '../scene/look.ts';
import type { ViewerCamera } from '../viewer.ts';

/** From where a frame is seen. */
export interface View {
  readonly camera: ViewerCamera;
  /** What is drawn on, in CSS pixels: larger than the canvas, so that dots do not vanish at its edge. */
  readonly size: Size;
  readonly pixelRatio: number;
  readonly look: Look;
}

export const SHARED_UNIFORMS = [
  'centre',
  'toClip',
  'pixelRatio',
  'palette',
  'paper',
  'ink',
  'accent',
] as const;
export type SharedUniform = (typeof SHARED_UNIFORMS)[number];

export function setSharedUniforms(
  gl: WebGL2RenderingContext,
  uniforms: Readonly<Record<SharedUniform, WebGLUniformLocation | null>>,
  { camera, size, pixelRatio, look }: View,
): void {
  gl.uniform2f(uniforms.centre, camera.x, camera.y);
  gl.uniform2f(uniforms.toClip, (2 * camera.scale) / size.width, (2 * camera.scale) / size.height);
  gl.uniform1f(uniforms.pixelRatio, pixelRatio);
  gl.uniform1i(uniforms.palette, 0);
  gl.uniform3fv(uniforms.paper, toUnit(look.paper));
  gl.uniform3fv(uniforms.ink, toUnit(look.ink));
  gl.uniform3fv(uniforms.accent, toUnit(look.accent));
}

export function toUnit(color: Rgb): number[] {
  return color.map((channel) => channel / 255);
}
