import { moveFocusByArrowKeys } from './arrow-keys.ts';
import type { MapLink } from './data-api.ts';

/** The tabs that choose a map. */
export interface MapTabs {
  select(method: string): void;
}

export function createMapTabs(
  container: HTMLElement,
  maps: readonly MapLink[],
  onSelect: (map: MapLink) => void,
): MapTabs {
  const tabs = maps.map((map) => {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.role = 'tab';
    tab.dataset.map = map.method;
    tab.textContent = map.title;
    tab.setAttribute('aria-controls', 'map-panel');
    tab.addEventListener('click', () => onSelect(map));
    return tab;
  });
  container.replaceChildren(...tabs);
  moveFocusByArrowKeys(container);
  return {
    select: (method) => {
      for (const tab of tabs) {
        const isSelected = tab.dataset.map === method;
        tab.ariaSelected = `${isSelected}`;
        tab.tabIndex = isSelected ? 0 : -1;
      }
    },
  };
}
