import { toScreen } from '../camera/camera.ts';
import type { Point } from '../geometry.ts';
import type { Spot } from '../overlay/overlay.ts';
import type { DrawnFrame, Frame, Renderer } from '../renderer.ts';
import { type Rgb, rgbToCss } from '../scene/css-color-to-rgb.ts';
import { DETAIL, dotRadius, pictureOpacity, pictureSize } from '../scene/level-of-detail.ts';
import type { Look } from '../scene/look.ts';
import type { PictureStore } from '../scene/picture-store.ts';
import { DIMMED, MARKED, SELECTED } from '../scene/point-flags.ts';
import { pointsInView } from '../scene/points-in-view.ts';
import { blended, type ScenePoints } from '../scene/scene.ts';
import { createDotSprites, type DotSprites } from './dot-sprites.ts';
import { PictureSheet, SHEET_SLOTS } from './picture-sheet.ts';

/** The canvas itself gets fewer pixels, which costs it nothing. */
type CanvasFrame = Omit<Frame, 'resolution'>;

const DIMMED_OPACITY = 0.12;

/** Draws with a 2D canvas, for browsers without WebGL2. */
export class CanvasRenderer implements Renderer {
  readonly kind = 'canvas2d';
  readonly canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #classCount: number;
  #pictures: PictureStore | undefined;
  #sheet: PictureSheet | undefined;
  #sprites: DotSprites | undefined;
  #spritesOf: { readonly look: Look; readonly pixelRatio: number } | undefined;
  #hasPicture = new Uint8Array(0);
  #pieceCount = 0;

  constructor(context: CanvasRenderingContext2D, classCount: number) {
    this.#context = context;
    this.canvas = context.canvas;
    this.#classCount = classCount;
  }

  hasPicture(id: number): boolean {
    return this.#hasPicture[id] === 1;
  }

  /** Pictures are coloured when they are first seen. */
  advance(pictures: PictureStore): boolean {
    this.#takePictures(pictures);
    return false;
  }

  draw({ pixelRatio, resolution, ...rest }: Frame): DrawnFrame {
    const frame = { ...rest, pixelRatio: pixelRatio * resolution };
    const { points, camera, size } = frame;
    this.#takePictures(frame.pictures);
    this.#clear(frame);
    const hasPicture = this.#hasPicture;
    const { plainDots, raisedDots, pictures } = pointsInView(points, {
      camera,
      size,
      hasPicture,
      step: frame.dotStep,
    });
    const ids = pictures.subarray(-SHEET_SLOTS);
    const sprites = this.#spritesFor(frame);
    this.#drawDots(frame, sprites, plainDots);
    this.#drawRings(frame, sprites, raisedDots);
    this.#drawDots(frame, sprites, raisedDots);
    for (const id of ids) this.#drawPicture(frame, id);
    this.#drawGuests(frame);
    return { dots: plainDots.length + raisedDots.length, pictures: ids.length };
  }

  dispose(): void {
    this.canvas.width = 0;
    this.canvas.height = 0;
  }

  #clear({ size, pixelRatio, look }: CanvasFrame): void {
    const [width, height] = [Math.round(size.width * pixelRatio), Math.round(size.height * pixelRatio)];
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    this.#context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    this.#context.globalAlpha = 1;
    this.#context.fillStyle = rgbToCss(look.paper);
    this.#context.fillRect(0, 0, size.width, size.height);
  }

  #takePictures(pictures: PictureStore): void {
    if (this.#pictures !== pictures) {
      this.#pictures = pictures;
      this.#hasPicture = new Uint8Array(pictures.capacity);
      this.#sheet = new PictureSheet(pictures.height, pictures.width);
    }
    for (const { first, count } of pictures.pieces.slice(this.#pieceCount)) {
      this.#hasPicture.fill(1, first, first + count);
    }
    this.#pieceCount = pictures.pieces.length;
  }

  #spritesFor({ look, pixelRatio }: CanvasFrame): DotSprites {
    if (
      this.#sprites === undefined ||
      this.#spritesOf?.look !== look ||
      this.#spritesOf.pixelRatio !== pixelRatio
    ) {
      this.#sprites = createDotSprites(look, this.#classCount, pixelRatio);
      this.#spritesOf = { look, pixelRatio };
    }
    return this.#sprites;
  }

  #drawDots({ points, camera, size }: CanvasFrame, sprites: DotSprites, ids: Uint32Array): void {
    for (const id of ids) {
      const flags = points.flags[id] as number;
      const room = (points.spacings[id] as number) * camera.scale;
      const opacity = this.#hasPicture[id] === 1 ? 1 - pictureOpacity(room) : 1;
      const radius = isRinged(flags) ? ringedRadius(room) : dotRadius(room);
      const { x, y } = toScreen(camera, size, placeOf(points, id));
      this.#context.globalAlpha = isFaint(flags) ? DIMMED_OPACITY * opacity : opacity;
      sprites.draw(this.#context, points.labels[id] as number, radius, x, y);
    }
  }

  #drawRings({ points, camera, size }: CanvasFrame, sprites: DotSprites, ids: Uint32Array): void {
    this.#context.globalAlpha = 1;
    for (const id of ids) {
      const flags = points.flags[id] as number;
      if (!isRinged(flags)) continue;
      const { x, y } = toScreen(camera, size, placeOf(points, id));
      const column = (flags & MARKED) === 0 ? sprites.inkColumn : sprites.accentColumn;
      sprites.draw(
        this.#context,
        column,
        ringedRadius((points.spacings[id] as number) * camera.scale) + DETAIL.ring,
        x,
        y,
      );
    }
  }

  #drawPicture({ points, camera, size, pictures, look }: CanvasFrame, id: number): void {
    const bytes = pictures.pictureOf(id);
    if (bytes === undefined) return;
    const flags = points.flags[id] as number;
    const label = points.labels[id] as number;
    const room = (points.spacings[id] as number) * camera.scale;
    const spot = { ...toScreen(camera, size, placeOf(points, id)), size: pictureSize(room) };
    this.#context.globalAlpha = pictureOpacity(room) * (isFaint(flags) ? DIMMED_OPACITY : 1);
    if ((flags & (SELECTED | MARKED)) !== 0) {
      this.#drawFrame(spot, (flags & MARKED) === 0 ? look.ink : look.accent, look.paper);
    }
    const color = look.classes[label % look.classes.length] ?? look.ink;
    this.#sheet?.draw(this.#context, { key: `${id} ${color.join()}`, bytes, color }, spot);
  }

  #drawGuests({ guests, camera, size, look }: CanvasFrame): void {
    this.#context.globalAlpha = 1;
    for (const guest of guests) {
      const spot = { ...toScreen(camera, size, guest), size: DETAIL.guestSize };
      this.#drawFrame(spot, look.accent, look.paper);
      if (guest.image === undefined) this.#drawDisc(spot, look.accent);
      else {
        const key = `guest ${guest.name} ${guest.image.join()}`;
        this.#sheet?.draw(this.#context, { key, bytes: guest.image, color: look.accent }, spot);
      }
    }
  }

  #drawFrame({ x, y, size }: Spot, edge: Rgb, paper: Rgb): void {
    const side = size + 4;
    this.#context.beginPath();
    this.#context.roundRect(x - side / 2, y - side / 2, side, side, 4);
    this.#context.fillStyle = rgbToCss(paper);
    this.#context.fill();
    this.#context.lineWidth = 2;
    this.#context.strokeStyle = rgbToCss(edge);
    this.#context.stroke();
  }

  #drawDisc({ x, y, size }: Spot, color: Rgb): void {
    this.#context.beginPath();
    this.#context.arc(x, y, size * 0.3, 0, 2 * Math.PI);
    this.#context.fillStyle = rgbToCss(color);
    this.#context.fill();
  }
}

function placeOf({ positions, startPositions, blend }: ScenePoints, id: number): Point {
  return {
    x: blended(startPositions[2 * id] as number, positions[2 * id] as number, blend),
    y: blended(startPositions[2 * id + 1] as number, positions[2 * id + 1] as number, blend),
  };
}

function isRinged(flags: number): boolean {
  return (flags & (SELECTED | MARKED)) !== 0;
}

function isFaint(flags: number): boolean {
  return (flags & DIMMED) !== 0 && !isRinged(flags);
}

function ringedRadius(room: number): number {
  return Math.max(dotRadius(room), DETAIL.smallestRinged);
}
