import type { MapLink } from './data-api.ts';
import { type Dataset, loadMap } from './load-data.ts';
import { toMapPoints } from './map-points.ts';
import { createMapTabs } from './map-tabs.ts';
import type { MapView } from './map-view.ts';
import { hideNotice, showFailure } from './notice.ts';
import { provenanceText } from './provenance-text.ts';
import { requireElement } from './require-element.ts';

/**
 * Lets the reader choose a map, and shows the one that the address names after `#`, or the first.
 *
 * @param onShow - Is told the labels of the points of each map that is shown.
 */
export function chooseMap(
  { index, labels }: Dataset,
  view: MapView,
  onShow: (labels: Uint8Array) => void,
): void {
  const provenance = requireElement('#provenance', HTMLElement);
  let chosen: MapLink | undefined;

  const show = async (map: MapLink) => {
    if (map === chosen) return;
    chosen = map;
    tabs.select(map.method);
    try {
      const document = await loadMap(map.href);
      if (map !== chosen) return;
      const points = toMapPoints(document, labels);
      view.show(map.method, points);
      onShow(points.labels);
      provenance.textContent = provenanceText(document.provenance);
      history.replaceState(null, '', `#${map.method}`);
      hideNotice();
    } catch (error) {
      if (map !== chosen) return;
      chosen = undefined;
      showFailure(error);
    }
  };
  const tabs = createMapTabs(requireElement('#maps', HTMLElement), index.maps, (map) => void show(map));

  const first = index.maps.find(({ method }) => method === location.hash.slice(1)) ?? index.maps[0];
  if (first !== undefined) void show(first);
}
