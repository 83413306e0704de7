import './map.css';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PartProps } from '../../part.ts';
import { Legend } from './legend/legend.tsx';
import { followAddress } from './model/address.ts';
import { awaitLayouts } from './model/await-layouts.ts';
import { shown } from './model/view.ts';
import { MapPane } from './pane/map-pane.tsx';
import { Toolbar } from './pane/toolbar.tsx';
import { Panel } from './panel/panel.tsx';

/** All images of a dataset on a map; or those of two datasets side by side. */
export function MapPart({ active }: PartProps): JSX.Element {
  useEffect(followAddress, []);
  useEffect(() => (active ? awaitLayouts() : undefined), [active]);
  return (
    <div class="map-part">
      <div class="map-stage">
        {shown.value.map((dataset) => (
          <MapPane key={dataset.entry.name} dataset={dataset} />
        ))}
        <Toolbar />
        <div class="map-legend">
          <Legend />
        </div>
      </div>
      <Panel />
    </div>
  );
}
