import type { Point } from '../geometry.ts';
import type { ViewerTool } from '../viewer.ts';

/** What the keyboard can do. */
export interface KeyListeners {
  readonly onPan: (dx: number, dy: number) => void;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  /** Moves the focus to the nearest image in a direction, y upward. */
  readonly onStep: (direction: Point) => void;
  /** Moves the focus to the next or previous image, from near to far. */
  readonly onWalk: (step: 1 | -1) => void;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
  readonly onGrow: () => void;
  readonly onSelectAll: () => void;
  readonly onTool: (tool: ViewerTool) => void;
  readonly onEscape: () => void;
}

/** Read to those who do not see the map. */
export const KEY_HELP: string =
  'Arrow keys move the map, plus and minus zoom, 0 shows all of it. N and P go to the next and previous image, ' +
  'Shift with an arrow key to the nearest in that direction. Enter opens it, Space selects it, G adds its neighbours, ' +
  'A selects all in view, Escape clears. L, B and V choose lasso, box and moving.';

const PAN_STEP = 60;
const ZOOM_STEP = 1.5;

/** Every key that the map listens to; letters in either case. */
export function listenToKeys(element: HTMLElement, listeners: KeyListeners, signal: AbortSignal): void {
  const actions = keyActions(listeners);
  element.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target !== element) return;
      const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = (event.shiftKey ? actions[`Shift+${name}`] : undefined) ?? actions[name];
      if (act === undefined) return;
      event.preventDefault();
      act();
    },
    { signal },
  );
}

function keyActions(to: KeyListeners): Readonly<Record<string, () => void>> {
  return {
    ArrowLeft: () => to.onPan(PAN_STEP, 0),
    ArrowRight: () => to.onPan(-PAN_STEP, 0),
    ArrowUp: () => to.onPan(0, PAN_STEP),
    ArrowDown: () => to.onPan(0, -PAN_STEP),
    'Shift+ArrowLeft': () => to.onStep({ x: -1, y: 0 }),
    'Shift+ArrowRight': () => to.onStep({ x: 1, y: 0 }),
    'Shift+ArrowUp': () => to.onStep({ x: 0, y: 1 }),
    'Shift+ArrowDown': () => to.onStep({ x: 0, y: -1 }),
    '+': () => to.onZoom(ZOOM_STEP),
    '=': () => to.onZoom(ZOOM_STEP),
    '-': () => to.onZoom(1 / ZOOM_STEP),
    '0': () => to.onFit(),
    n: () => to.onWalk(1),
    ']': () => to.onWalk(1),
    p: () => to.onWalk(-1),
    '[': () => to.onWalk(-1),
    Enter: () => to.onOpen(),
    ' ': () => to.onToggle(),
    g: () => to.onGrow(),
    a: () => to.onSelectAll(),
    l: () => to.onTool('lasso'),
    b: () => to.onTool('box'),
    v: () => to.onTool('pan'),
    Escape: () => to.onEscape(),
  };
}
