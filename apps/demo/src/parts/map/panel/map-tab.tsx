import type { ComponentChildren, JSX } from 'preact';
import { ExportList } from '../exports/export-list.tsx';
import { ShareLink } from '../exports/share-link.tsx';
import { Legend } from '../legend/legend.tsx';
import { shown } from '../model/view.ts';
import { NewMap } from '../new-map/new-map.tsx';
import { Quality } from '../quality/quality.tsx';

/** About the whole map: how to read it, another one, taking it along. */
export function MapTab(): JSX.Element {
  return (
    <>
      <div class="panel-legend">
        <Legend />
      </div>
      {shown.value.length > 1 && (
        <p class="note">
          Both maps share the legend by number: class 3 is a dress and a three. Select on one, and the images
          with the same numbers light up on the other.
        </p>
      )}
      <Quality />
      <Section title="New map">
        <NewMap />
      </Section>
      <Section title="Share and export">
        <ShareLink />
        <ExportList of="all" />
      </Section>
      <Section title="Mouse, touch and keys">
        <Help />
      </Section>
    </>
  );
}

function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <details class="panel-section">
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  );
}

function Help(): JSX.Element {
  return (
    <dl class="help">
      <dt>Drag, wheel, pinch</dt>
      <dd>move and zoom; come near to see pictures</dd>
      <dt>Click, tap, Enter</dt>
      <dd>open an image</dd>
      <dt>Lasso L, box B, Shift and drag</dt>
      <dd>select; with Ctrl add, with Alt remove</dd>
      <dt>N, P</dt>
      <dd>next and previous image; Shift and an arrow: the nearest that way</dd>
      <dt>Space, G, A</dt>
      <dd>select the image, its neighbours, all in view</dd>
      <dt>Arrows, +, −, 0</dt>
      <dd>move, zoom, show all</dd>
    </dl>
  );
}
