import type { Size } from '../geometry.ts';
import type { DrawnFrame, Frame, Renderer } from '../renderer.ts';
import type { Look } from '../scene/look.ts';
import type { PictureStore } from '../scene/picture-store.ts';
import { pointsInView } from '../scene/points-in-view.ts';
import type { SceneGuest } from '../scene/scene.ts';
import { DotLayer } from './dot-layer.ts';
import { EDGE } from './dot-shaders.ts';
import { GUEST_SLOTS, PictureAtlas } from './picture-atlas.ts';
import { PictureLayer } from './picture-layer.ts';
import { RoughTarget } from './rough-target.ts';
import { createDigitTexture, createPaletteTexture } from './small-textures.ts';
import { toUnit, type View } from './view.ts';

const CONTEXT_OPTIONS: WebGLContextAttributes = Object.freeze({
  alpha: false,
  antialias: false,
  depth: false,
  stencil: false,
  powerPreference: 'high-performance',
});

export function webgl2ContextOf(canvas: HTMLCanvasElement): WebGL2RenderingContext | null {
  return canvas.getContext('webgl2', CONTEXT_OPTIONS);
}

/** Draws with WebGL2. After a context was lost and restored, another renderer on the same canvas goes on. */
export class Webgl2Renderer implements Renderer {
  readonly kind = 'webgl2';
  readonly canvas: HTMLCanvasElement;
  readonly #gl: WebGL2RenderingContext;
  readonly #dots: DotLayer;
  readonly #pictures: PictureLayer;
  readonly #rough: RoughTarget;
  readonly #digits: WebGLTexture;
  #palette: WebGLTexture | undefined;
  #look: Look | undefined;
  #atlas: PictureAtlas | undefined;
  #guests: readonly SceneGuest[] = [];
  #nothingReady = new Uint8Array(0);

  constructor(gl: WebGL2RenderingContext, classCount: number) {
    this.#gl = gl;
    this.canvas = gl.canvas as HTMLCanvasElement;
    this.#dots = new DotLayer(gl);
    this.#pictures = new PictureLayer(gl);
    this.#rough = new RoughTarget(gl);
    this.#digits = createDigitTexture(gl, classCount);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  draw(frame: Frame): DrawnFrame {
    const { points, look, camera, size, resolution } = frame;
    const atlas = this.#atlasFor(frame);
    const hasPicture = atlas?.ready ?? this.#noPictures(points.count);
    const view = this.#beginFrame(frame);
    this.#bindSmallTextures(look);
    const inView = pointsInView(points, { camera, size, hasPicture, step: frame.dotStep });
    this.#dots.draw(points, inView, hasPicture, view);
    if (atlas !== undefined) {
      const isSmooth = frame.dotStep === 1;
      this.#pictures.draw({ points, ids: inView.pictures, guests: this.#guests, isSmooth }, atlas, view);
    }
    if (resolution < 1) this.#rough.show();
    return {
      dots: inView.plainDots.length + inView.raisedDots.length,
      pictures: inView.pictures.length,
    };
  }

  advance(pictures: PictureStore): boolean {
    if (pictures.pieces.length === 0) return false;
    this.#atlas ??= this.#createAtlas(pictures);
    this.#gl.activeTexture(this.#gl.TEXTURE3);
    this.#atlas.advance();
    return !this.#atlas.isComplete;
  }

  hasPicture(id: number): boolean {
    return this.#atlas?.ready[id] === 1;
  }

  dispose(): void {
    this.#dots.dispose();
    this.#pictures.dispose();
    this.#rough.dispose();
    this.#atlas?.dispose();
    this.#gl.deleteTexture(this.#digits);
    if (this.#palette !== undefined) this.#gl.deleteTexture(this.#palette);
    this.#gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  #beginFrame({ camera, look, size, pixelRatio: canvasRatio, resolution }: Frame): View {
    const gl = this.#gl;
    const onCanvas = inPixels(size, canvasRatio);
    if (this.canvas.width !== onCanvas.width) this.canvas.width = onCanvas.width;
    if (this.canvas.height !== onCanvas.height) this.canvas.height = onCanvas.height;
    const pixelRatio = canvasRatio * resolution;
    const { width, height } = inPixels(size, pixelRatio);
    if (resolution < 1) this.#rough.begin({ width, height });
    const edge = Math.round(EDGE * pixelRatio);
    const [drawnWidth, drawnHeight] = [width + 2 * edge, height + 2 * edge];
    gl.viewport(-edge, -edge, drawnWidth, drawnHeight);
    const [red = 0, green = 0, blue = 0] = toUnit(look.paper);
    gl.clearColor(red, green, blue, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    return {
      camera,
      look,
      pixelRatio,
      size: { width: drawnWidth / pixelRatio, height: drawnHeight / pixelRatio },
    };
  }

  #bindSmallTextures(look: Look): void {
    const gl = this.#gl;
    gl.activeTexture(gl.TEXTURE0);
    if (look !== this.#look) {
      if (this.#palette !== undefined) gl.deleteTexture(this.#palette);
      this.#palette = createPaletteTexture(gl, look.classes);
      this.#look = look;
    }
    gl.bindTexture(gl.TEXTURE_2D, this.#palette ?? null);
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, this.#digits);
  }

  #atlasFor({ pictures, guests, points }: Frame): PictureAtlas | undefined {
    if (guests.length > 0) this.#atlas ??= this.#createAtlas(pictures);
    if (this.#atlas !== undefined) this.#uploadGuests(guests, points.count, this.#atlas);
    return this.#atlas;
  }

  /** It takes much memory, so it is made when there is a picture. */
  #createAtlas(pictures: PictureStore): PictureAtlas {
    this.#gl.activeTexture(this.#gl.TEXTURE3);
    return new PictureAtlas(this.#gl, pictures);
  }

  #uploadGuests(guests: readonly SceneGuest[], firstSlot: number, atlas: PictureAtlas): void {
    const shown = guests.slice(0, GUEST_SLOTS);
    this.#gl.activeTexture(this.#gl.TEXTURE3);
    shown.forEach(({ image }, i) => {
      if (image !== undefined && image !== this.#guests[i]?.image) atlas.uploadImages(firstSlot + i, image);
    });
    this.#guests = shown;
  }

  #noPictures(count: number): Uint8Array {
    if (this.#nothingReady.length !== count) this.#nothingReady = new Uint8Array(count);
    return this.#nothingReady;
  }
}

function inPixels({ width, height }: Size, pixelRatio: number): Size {
  return { width: Math.round(width * pixelRatio), height: Math.round(height * pixelRatio) };
}
