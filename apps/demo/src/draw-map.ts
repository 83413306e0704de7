import { classColor } from '@fashion-mnist/visualize/class-colors';
import type { ClassFilter } from './class-filter.ts';
import type { DotSheet } from './dot-sheet.ts';
import { levelOfDetail } from './level-of-detail.ts';
import type { MapPoints } from './map-points.ts';
import { PICTURE_SIZE } from './picture.ts';
import type { PictureAtlas } from './picture-atlas.ts';
import { toScreen, type Viewport } from './viewport.ts';

/** What is to be seen. */
export interface Scene {
  readonly points: MapPoints;
  /** Where the points are now: on their way from one map to another, or at rest. */
  readonly positions: Float32Array;
  readonly viewport: Viewport;
  /** Typical distance between neighbours, in map units. */
  readonly spacing: number;
  readonly filter: ClassFilter;
  /** All other classes are dimmed. */
  readonly emphasised: number | undefined;
  readonly hovered: number | undefined;
}

/** What it is drawn with. */
export interface Palette {
  readonly dots: DotSheet;
  readonly atlas: PictureAtlas;
  /** Colour of the ring around the hovered point. */
  readonly ink: string;
  /** Colour of the ground, also below the hovered picture. */
  readonly paper: string;
}

const DOT_OPACITY = 0.85;
const DIMMED_OPACITY = 0.07;

/** Draws a scene on a cleared canvas, in CSS pixels: dots from afar, pictures where there is room for them. */
export function drawMap(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  const { pictureOpacity, pictureSize } = levelOfDetail(scene.spacing * scene.viewport.scale);
  if (pictureOpacity < 1) drawDots(context, scene, palette.dots, DOT_OPACITY * (1 - pictureOpacity));
  if (pictureOpacity > 0) drawPictures(context, scene, palette.atlas, pictureSize, pictureOpacity);
  if (scene.hovered !== undefined) {
    drawHovered(context, scene, palette, pictureOpacity > 0 ? pictureSize : undefined);
  }
}

function drawDots(context: CanvasRenderingContext2D, scene: Scene, dots: DotSheet, opacity: number): void {
  const { canvas, cellSize, pixelRatio } = dots;
  const size = cellSize / pixelRatio;
  forEachInView(context, scene, { margin: size, opacity }, (_, label, x, y) => {
    context.drawImage(
      canvas,
      label * cellSize,
      0,
      cellSize,
      cellSize,
      x - size / 2,
      y - size / 2,
      size,
      size,
    );
  });
}

function drawPictures(
  context: CanvasRenderingContext2D,
  scene: Scene,
  atlas: PictureAtlas,
  size: number,
  opacity: number,
): void {
  forEachInView(context, scene, { margin: size, opacity }, (point, _, x, y) => {
    drawPicture(context, atlas, scene.points.sampleIndices[point] as number, { x, y, size });
  });
}

function drawPicture(
  context: CanvasRenderingContext2D,
  atlas: PictureAtlas,
  sample: number,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const from = atlas.place(sample);
  const left = x - size / 2;
  const top = y - size / 2;
  context.drawImage(atlas.canvas, from.x, from.y, PICTURE_SIZE, PICTURE_SIZE, left, top, size, size);
}

type Draw = (point: number, label: number, x: number, y: number) => void;

/** Calls for every shown point in view, dimmed classes first, with the opacity set. */
function forEachInView(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { margin, opacity }: { readonly margin: number; readonly opacity: number },
  draw: Draw,
): void {
  const { emphasised } = scene;
  if (emphasised !== undefined) {
    context.globalAlpha = Math.min(opacity, DIMMED_OPACITY);
    walk(context, scene, margin, (point, label, x, y) => {
      if (label !== emphasised) draw(point, label, x, y);
    });
  }
  context.globalAlpha = opacity;
  walk(context, scene, margin, (point, label, x, y) => {
    if (emphasised === undefined || label === emphasised) draw(point, label, x, y);
  });
  context.globalAlpha = 1;
}

function walk(context: CanvasRenderingContext2D, scene: Scene, margin: number, draw: Draw): void {
  const { points, positions, filter, viewport } = scene;
  const { clientWidth, clientHeight } = context.canvas;
  for (let point = 0; point < points.count; point++) {
    const label = points.labels[point] as number;
    if (!filter[label]) continue;
    const x = viewport.x + (positions[2 * point] as number) * viewport.scale;
    const y = viewport.y - (positions[2 * point + 1] as number) * viewport.scale;
    if (x < -margin || y < -margin || x > clientWidth + margin || y > clientHeight + margin) continue;
    draw(point, label, x, y);
  }
}

function drawHovered(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { dots, atlas, ink, paper }: Palette,
  pictureSize: number | undefined,
): void {
  const point = scene.hovered as number;
  const place = { x: scene.positions[2 * point] as number, y: scene.positions[2 * point + 1] as number };
  const { x, y } = toScreen(scene.viewport, place);
  context.beginPath();
  if (pictureSize === undefined) {
    context.arc(x, y, dots.radius + 3, 0, 2 * Math.PI);
    context.fillStyle = classColor(scene.points.labels[point] as number);
    context.fill();
  } else {
    const side = pictureSize + 8;
    context.roundRect(x - side / 2, y - side / 2, side, side, 6);
    context.fillStyle = paper;
    context.fill();
    drawPicture(context, atlas, scene.points.sampleIndices[point] as number, { x, y, size: pictureSize });
  }
  context.lineWidth = 1.5;
  context.strokeStyle = ink;
  context.stroke();
}
