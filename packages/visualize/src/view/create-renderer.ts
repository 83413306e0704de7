import { VisualizeError } from '../errors.ts';
import { CanvasRenderer } from './canvas2d/canvas-renderer.ts';
import type { Renderer } from './renderer.ts';
import type { ViewerOptions } from './viewer.ts';
import { Webgl2Renderer, webgl2ContextOf } from './webgl2/webgl2-renderer.ts';

/** @throws {VisualizeError} `E_RENDERER` when this browser has none of the kind. */
export function createRenderer(kind: NonNullable<ViewerOptions['renderer']>, classCount: number): Renderer {
  const gl = kind === 'canvas2d' ? null : webgl2ContextOf(document.createElement('canvas'));
  if (gl !== null) return new Webgl2Renderer(gl, classCount);
  if (kind === 'webgl2') throw new VisualizeError('E_RENDERER', 'renderer: this browser has no WebGL2');
  const context = document.createElement('canvas').getContext('2d', { alpha: false });
  if (context !== null) return new CanvasRenderer(context, classCount);
  throw new VisualizeError('E_RENDERER', 'renderer: this browser has no canvas');
}
