import type { MapView } from './map-view.ts';

const STEP = 60;
const ZOOM_STEP = 1.5;

/** Arrow keys move the map, plus and minus zoom, 0 shows all of it. */
export function listenToMapKeys(canvas: HTMLCanvasElement, view: MapView): void {
  const actions: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => view.panBy(STEP, 0),
    ArrowRight: () => view.panBy(-STEP, 0),
    ArrowUp: () => view.panBy(0, STEP),
    ArrowDown: () => view.panBy(0, -STEP),
    '+': () => view.zoomBy(ZOOM_STEP),
    '=': () => view.zoomBy(ZOOM_STEP),
    '-': () => view.zoomBy(1 / ZOOM_STEP),
    '0': () => view.reset(),
  };
  canvas.addEventListener('keydown', (event) => {
    const act = actions[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
}

/** The three buttons beside the map. */
export function connectZoomButtons(container: Element, view: MapView): void {
  const actions: Readonly<Record<string, () => void>> = {
    in: () => view.zoomBy(ZOOM_STEP),
    out: () => view.zoomBy(1 / ZOOM_STEP),
    reset: () => view.reset(),
  };
  for (const button of container.querySelectorAll<HTMLButtonElement>('[data-zoom]')) {
    button.addEventListener('click', () => actions[button.dataset.zoom ?? '']?.());
  }
}
