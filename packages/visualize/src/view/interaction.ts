import { toScreen } from './camera/camera.ts';
import type { Emitter } from './emitter.ts';
import { FocusWalk } from './focus-walk.ts';
import { type Box, boundsOf, boxBetween, type Point } from './geometry.ts';
import { type KeyListeners, listenToKeys } from './gestures/listen-to-keys.ts';
import { listenToWheel } from './gestures/listen-to-wheel.ts';
import { placeIn } from './gestures/places.ts';
import { PointerGestures } from './gestures/pointer-gestures.ts';
import { motionMs } from './motion-ms.ts';
import { nearestInDirection } from './picking/nearest-in-direction.ts';
import { nearestPoints } from './picking/nearest-points.ts';
import { pointsInBox, pointsInPolygon } from './picking/points-in-polygon.ts';
import type { Stage } from './stage.ts';
import type { ViewerEvents, ViewerTool } from './viewer.ts';

type By = ViewerEvents['hover']['by'];
type Change = 'replace' | 'add' | 'remove';

const GLIDE_MS = 260;
/** CSS pixels around the pointer in which an image is found. */
const REACH = { mouse: 14, touch: 22 };
const GROWTH = 10;
/** A focused image nearer than this to the edge is brought to the middle, in CSS pixels. */
const EDGE = 24;

/** Turns what the reader does into a camera, a focus, a selection, and events. */
export class Interaction {
  readonly #stage: Stage;
  readonly #emitter: Emitter;
  readonly #classNames: readonly string[];
  readonly #pointers: PointerGestures;
  readonly #stop = new AbortController();
  #tool: ViewerTool = 'pan';
  #focus: { readonly id: number; readonly by: By } | undefined;
  #walk: FocusWalk | undefined;

  constructor(stage: Stage, emitter: Emitter, classNames: readonly string[]) {
    this.#stage = stage;
    this.#emitter = emitter;
    this.#classNames = classNames;
    const { container, control, overlay } = stage;
    this.#pointers = new PointerGestures(container, {
      toolFor: (event) => (this.#tool === 'pan' && event.shiftKey ? 'box' : this.#tool),
      onHover: (place) => this.#hover(place === undefined ? undefined : this.#pick(place, 'mouse'), 'mouse'),
      onTap: (place, event) => this.#tap(place, event),
      onPan: (dx, dy) => control.panBy(dx, dy),
      onZoom: (factor, anchor) => control.zoomBy(factor, anchor),
      onOutline: (tool, outline) => overlay.showOutline(tool, outline),
      onOutlineDone: (tool, outline, event) => this.#selectOutline(tool, outline, this.#changeBy(event)),
    });
    const { signal } = this.#stop;
    listenToWheel(container, (factor, anchor) => this.#zoomAt(factor, anchor), signal);
    container.addEventListener(
      'dblclick',
      (event) => {
        const factor = event.shiftKey ? 0.5 : 2;
        control.zoomBy(factor, placeIn(container, event), motionMs(GLIDE_MS));
      },
      { signal },
    );
    listenToKeys(container, this.#keys(), signal);
    stage.onFrame = () => this.#showFocus();
    this.setTool('pan');
  }

  get tool(): ViewerTool {
    return this.#tool;
  }

  setTool(tool: ViewerTool): void {
    this.#pointers.cancel();
    this.#stage.container.style.cursor = tool === 'pan' ? 'grab' : 'crosshair';
    if (tool === this.#tool) return;
    this.#tool = tool;
    this.#emitter.emit('tool', tool);
  }

  /** After a change of what is seen: a hidden image loses the focus, and a pointer is over another one. */
  refresh(): void {
    this.#walk = undefined;
    if (this.#focus === undefined) return;
    if (this.#focus.by !== 'keyboard' || !this.#stage.scene.isVisible(this.#focus.id)) {
      this.#hover(undefined, this.#focus.by);
    }
  }

  /** Moves the camera so that points are seen; all points when none are given. */
  fit(ids: Uint32Array | undefined): void {
    const { scene, control } = this.#stage;
    const box = ids && boundsOf(scene.layout.positions, ids);
    if (ids === undefined || box !== undefined) control.fit(box, motionMs(GLIDE_MS));
  }

  zoom(factor: number): void {
    this.#stage.control.zoomBy(factor, undefined, motionMs(GLIDE_MS));
  }

  dispose(): void {
    this.#stop.abort();
    this.#pointers.dispose();
    this.#stage.container.style.removeProperty('cursor');
  }

  #keys(): KeyListeners {
    const { control } = this.#stage;
    return {
      onPan: (dx, dy) => control.panBy(dx, dy),
      onZoom: (factor) => this.zoom(factor),
      onFit: () => this.fit(undefined),
      onStep: (direction) => this.#step(direction),
      onWalk: (step) => this.#walkOn(step),
      onOpen: () => {
        if (this.#focus === undefined) this.#walkOn(1);
        else this.#emitter.emit('open', { id: this.#focus.id });
      },
      onToggle: () => {
        if (this.#focus === undefined) this.#walkOn(1);
        else this.#toggle(this.#focus.id, 'keyboard');
      },
      onGrow: () => this.#grow(),
      onSelectAll: () => this.#select(this.#pointsIn(this.#seenBox()), 'replace', 'keyboard'),
      onTool: (tool) => this.setTool(tool),
      onEscape: () => {
        this.#pointers.cancel();
        this.#hover(undefined, 'keyboard');
        if (this.#stage.scene.selection.length > 0) this.#select(new Uint32Array(0), 'replace', 'keyboard');
      },
    };
  }

  #zoomAt(factor: number, anchor: Point): void {
    this.#stage.control.zoomBy(factor, anchor);
    this.#hover(this.#pick(anchor, 'mouse'), 'mouse');
  }

  #tap(place: Point, event: PointerEvent): void {
    const by = event.pointerType === 'touch' ? 'touch' : 'mouse';
    const id = this.#pick(place, by);
    this.#hover(id, by);
    if (id === undefined) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) this.#toggle(id, 'pick');
    else this.#emitter.emit('open', { id });
  }

  /** The image at a place: what is drawn there, or else the nearest within reach. */
  #pick(place: Point, by: 'mouse' | 'touch'): number | undefined {
    const { scene, control } = this.#stage;
    if (scene.isMoving) return undefined;
    const at = this.#stage.toMap(place);
    const { grid } = scene.layout;
    const isVisible = (id: number): boolean => scene.isVisible(id);
    const near = grid.nearest(at, REACH[by] / control.camera.scale, isVisible);
    if (near !== undefined) return near;
    const reach = 50 / control.camera.scale;
    return grid.nearest(at, reach, (id) => isVisible(id) && this.#covers(id, place));
  }

  #covers(id: number, place: Point): boolean {
    const spot = this.#stage.spotOf(id);
    if (spot === undefined) return false;
    return Math.max(Math.abs(spot.x - place.x), Math.abs(spot.y - place.y)) <= spot.size / 2;
  }

  #hover(id: number | undefined, by: By): void {
    if (id === this.#focus?.id && (id === undefined || by === this.#focus?.by)) return;
    const spot = id === undefined ? undefined : this.#stage.spotOf(id);
    this.#focus = id === undefined || spot === undefined ? undefined : { id, by };
    this.#showFocus();
    this.#emitter.emit('hover', { id: this.#focus?.id, x: spot?.x ?? 0, y: spot?.y ?? 0, by });
  }

  #showFocus(): void {
    const spot = this.#focus && this.#stage.spotOf(this.#focus.id);
    this.#stage.overlay.showFocus(spot);
  }

  #focusByKey(id: number | undefined): void {
    if (id === undefined) return;
    this.#reveal(id);
    this.#hover(id, 'keyboard');
    this.#say(id);
  }

  #say(id: number): void {
    const { scene, prepared } = this.#stage;
    const { selection } = scene;
    const state = selection.includes(id) ? ', selected' : '';
    const count = selection.length === 0 ? '' : ` ${selection.length} selected.`;
    prepared.announce(`${this.#classNames[scene.labels[id] as number]}, image ${id}${state}.${count}`);
  }

  #reveal(id: number): void {
    const { control, scene } = this.#stage;
    const place = scene.placeOf(id);
    if (place === undefined) return;
    const { x, y } = toScreen(control.camera, control.size, place);
    const { width, height } = control.size;
    if (x > EDGE && y > EDGE && x < width - EDGE && y < height - EDGE) return;
    control.glideTo({ ...place, scale: control.camera.scale }, motionMs(GLIDE_MS));
  }

  #step(direction: Point): void {
    const { scene } = this.#stage;
    const from = this.#focusPlace();
    if (from === undefined) {
      this.#walkOn(1);
      return;
    }
    this.#walk = undefined;
    const isVisible = (id: number): boolean => scene.isVisible(id);
    this.#focusByKey(nearestInDirection(scene.layout.positions, from, direction, isVisible));
  }

  #walkOn(step: 1 | -1): void {
    const { scene, control } = this.#stage;
    if (this.#walk === undefined || this.#walk.current !== this.#focus?.id) {
      this.#walk = new FocusWalk(this.#focusPlace() ?? control.camera);
      if (this.#focus !== undefined) this.#walk.next(scene.layout.grid, (id) => id === this.#focus?.id);
    }
    const isVisible = (id: number): boolean => scene.isVisible(id);
    this.#focusByKey(step === 1 ? this.#walk.next(scene.layout.grid, isVisible) : this.#walk.previous());
  }

  #focusPlace(): Point | undefined {
    return this.#focus && this.#stage.scene.placeOf(this.#focus.id);
  }

  /** A lasso for the keyboard: the focused image and its nearest neighbours on the map that are not selected yet. */
  #grow(): void {
    const { scene } = this.#stage;
    const place = this.#focusPlace();
    if (place === undefined || this.#focus === undefined) return;
    const selected = new Set(scene.selection);
    const isNew = (id: number): boolean => !selected.has(id) && scene.isVisible(id);
    const neighbors = nearestPoints(scene.layout.grid, place, GROWTH, isNew);
    this.#select(Uint32Array.from([this.#focus.id, ...neighbors]), 'add', 'keyboard');
    this.#say(this.#focus.id);
  }

  #toggle(id: number, by: 'pick' | 'keyboard'): void {
    const isSelected = this.#stage.scene.selection.includes(id);
    this.#select(Uint32Array.of(id), isSelected ? 'remove' : 'add', by);
    if (by === 'keyboard') this.#say(id);
  }

  #selectOutline(tool: 'lasso' | 'box', outline: readonly Point[], change: Change): void {
    const { scene } = this.#stage;
    const corners = outline.map((place) => this.#stage.toMap(place));
    const [start, end] = [corners[0], corners.at(-1)];
    if (start === undefined || end === undefined) return;
    const { positions, grid } = scene.layout;
    const ids =
      tool === 'box'
        ? this.#pointsIn(boxBetween(start, end))
        : pointsInPolygon(grid, positions, corners, (id) => scene.isVisible(id));
    this.#select(ids, change, tool);
  }

  #pointsIn(box: Box): Uint32Array {
    const { scene } = this.#stage;
    return pointsInBox(scene.layout.grid, scene.layout.positions, box, (id) => scene.isVisible(id));
  }

  #seenBox(): Box {
    const { width, height } = this.#stage.control.size;
    return boxBetween(this.#stage.toMap({ x: 0, y: 0 }), this.#stage.toMap({ x: width, y: height }));
  }

  #changeBy(event: PointerEvent): Change {
    if (event.altKey) return 'remove';
    return event.ctrlKey || event.metaKey || (event.shiftKey && this.#tool !== 'pan') ? 'add' : 'replace';
  }

  #select(ids: Uint32Array, change: Change, by: ViewerEvents['select']['by']): void {
    const { scene } = this.#stage;
    scene.select(changed(scene.selection, ids, change));
    this.#stage.request();
    this.#emitter.emit('select', { ids: scene.selection, by });
  }
}

function changed(before: Uint32Array, ids: Uint32Array, change: Change): Uint32Array {
  if (change === 'replace') return ids;
  const all = new Set(before);
  for (const id of ids) {
    if (change === 'add') all.add(id);
    else all.delete(id);
  }
  return Uint32Array.from(all);
}
