import { createCard } from './card.ts';
import { chooseClasses } from './choose-classes.ts';
import { chooseMap } from './choose-map.ts';
import { showEveryClass } from './class-filter.ts';
import { listenToGestures } from './gestures.ts';
import type { Dataset } from './load-data.ts';
import { connectZoomButtons, listenToMapKeys } from './map-keys.ts';
import { MapView } from './map-view.ts';
import { pictureOf } from './picture.ts';
import { createPictureAtlas } from './picture-atlas.ts';
import { requireElement } from './require-element.ts';

/** Fills the page: map, card, legend and tabs. */
export function explore(dataset: Dataset): void {
  const { index, images, labels } = dataset;
  const canvas = requireElement('#map', HTMLCanvasElement);
  const card = createCard(requireElement('#card', HTMLElement));
  const view = new MapView({
    canvas,
    stage: requireElement('#stage', HTMLElement),
    atlas: createPictureAtlas(images, labels),
    filter: showEveryClass(index.classNames.length),
    onHover: (hit) => {
      if (hit === undefined) card.hide();
      else card.show(hit, pictureOf(images, hit.sample), index.classNames[hit.label] ?? '');
    },
  });

  listenToGestures(canvas, {
    onPoint: (place) => view.hoverAt(place),
    onPan: (dx, dy) => view.panBy(dx, dy),
    onZoom: (factor, anchor) => view.zoomBy(factor, anchor),
    onReset: () => view.reset(),
  });
  listenToMapKeys(canvas, view);
  connectZoomButtons(requireElement('#zoom', HTMLElement), view);
  requireElement('h1', HTMLElement).textContent = index.title;
  chooseMap(dataset, view, chooseClasses(index, view));
}
