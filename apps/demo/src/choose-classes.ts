import * as filters from './class-filter.ts';
import { countText } from './count-text.ts';
import type { DataIndex } from './data-api.ts';
import { createLegend } from './legend.ts';
import type { MapView } from './map-view.ts';
import { requireElement } from './require-element.ts';

/**
 * Lets the reader show and hide classes.
 *
 * @returns A function to tell the labels of the points, when another map is shown.
 */
export function chooseClasses({ classNames, split }: DataIndex, view: MapView): (labels: Uint8Array) => void {
  const summary = requireElement('#summary', HTMLElement);
  let filter = filters.showEveryClass(classNames.length);
  let labels = new Uint8Array(0);

  const update = () => {
    const counts = filters.countByClass(labels, classNames.length);
    legend.update(filter, counts);
    summary.textContent = countText(filters.visibleCount(counts, filter), labels.length, split);
  };
  const apply = (next: filters.ClassFilter) => {
    filter = next;
    view.setFilter(filter);
    update();
  };
  const legend = createLegend({
    list: requireElement('#classes', HTMLElement),
    everyClassButton: requireElement('#every-class', HTMLButtonElement),
    classNames,
    onToggle: (label) => apply(filters.toggleClass(filter, label)),
    onToggleEvery: () => apply(filters.toggleEveryClass(filter)),
    onEmphasise: (label) => view.emphasise(label),
  });
  return (next) => {
    labels = next.slice();
    update();
  };
}
