import './panel.css';
import type { JSX } from 'preact';
import { selectionOf } from '../../../state/selection.ts';
import { formatCount } from '../../../ui/format.ts';
import { ImageTab } from '../image/image-tab.tsx';
import { isPanelUp, opened, type Tab, tab } from '../model/opened.ts';
import { current } from '../model/view.ts';
import { SelectionTab } from '../selection/selection-tab.tsx';
import { Controls } from './controls.tsx';
import { MapTab } from './map-tab.tsx';

/** All that is beside the map, or below it where there is little room. */
export function Panel(): JSX.Element {
  const isUp = isPanelUp.value;
  return (
    <aside class={isUp ? 'map-panel map-panel-up' : 'map-panel'} aria-label="About the map">
      <button
        type="button"
        class="panel-handle"
        aria-expanded={isUp}
        onClick={() => (isPanelUp.value = !isUp)}
      >
        <span class="visually-hidden">{isUp ? 'Show the map' : 'Show more'}</span>
      </button>
      <Controls />
      <Tabs />
      <div
        class="panel-body"
        id="panel-body"
        role="tabpanel"
        aria-labelledby={`tab-${tab.value}`}
        tabIndex={0}
      >
        {tab.value === 'map' && <MapTab />}
        {tab.value === 'selection' && <SelectionTab />}
        {tab.value === 'image' && <ImageTab />}
      </div>
    </aside>
  );
}

function Tabs(): JSX.Element {
  const dataset = current.value;
  const count = dataset === undefined ? 0 : selectionOf(dataset.entry.name).value.length;
  const titles: Readonly<Record<Tab, string>> = {
    map: 'This map',
    selection: count === 0 ? 'Selection' : `Selection (${formatCount(count)})`,
    image: opened.value === undefined ? 'Image' : `Image ${formatCount(opened.value.id)}`,
  };
  const names: readonly Tab[] = ['map', 'selection', 'image'];
  return (
    <div class="panel-tabs" role="tablist" aria-label="About" onKeyDown={(event) => walkTabs(event, names)}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={tab.value === name}
          aria-controls="panel-body"
          tabIndex={tab.value === name ? 0 : -1}
          onClick={() => showTab(name)}
        >
          {titles[name]}
        </button>
      ))}
    </div>
  );
}

function showTab(name: Tab): void {
  tab.value = name;
  isPanelUp.value = true;
}

/** @see WAI-ARIA Authoring Practices, tabs */
function walkTabs(event: KeyboardEvent, names: readonly Tab[]): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const next = names[(names.indexOf(tab.value) + step + names.length) % names.length] ?? 'map';
  showTab(next);
  document.getElementById(`tab-${next}`)?.focus();
  event.preventDefault();
}
