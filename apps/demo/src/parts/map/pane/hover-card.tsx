import './hover-card.css';
import type { ViewerEvents } from '@fashion-mnist/visualize/view';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Dataset } from '../../../data/dataset.ts';
import { ClassLabel } from '../../../ui/class-label.tsx';
import { Picture } from '../../../ui/picture.tsx';
import { describePlace } from '../image/describe-place.ts';
import { useLabels } from '../image/use-labels.ts';
import { paneOf } from '../model/panes.ts';

const SIZE = { width: 208, height: 104 };
const GAP = 18;

/** What lies under the pointer, or has the focus. */
export function HoverCard({ dataset }: { readonly dataset: Dataset }): JSX.Element | null {
  const hovered = useSignal<ViewerEvents['hover'] | undefined>(undefined);
  const labels = useLabels(dataset);
  const viewer = paneOf(dataset.entry.name).viewer.value;
  useEffect(() => viewer?.on('hover', (event) => (hovered.value = event)), [viewer]);
  const event = hovered.value;
  const id = event?.id;
  if (event === undefined || id === undefined || viewer === undefined || labels === undefined) return null;
  const label = labels[id] ?? 0;
  const isThere = dataset.imageCount.value > 0 && dataset.hasImage(id);
  const [height, width] = dataset.entry.imageShape;
  return (
    <div class="hover-card" style={placed(event)} aria-hidden="true" data-testid="hover-card">
      <Picture
        pixels={isThere ? dataset.imageOf(id) : undefined}
        width={width}
        height={height}
        size={84}
        alt=""
      />
      <div>
        <ClassLabel label={label} name={dataset.entry.classNames[label] ?? ''} />
        <small>{describePlace(dataset, id)}</small>
      </div>
    </div>
  );
}

/** Beside the image, on the side where there is room. */
function placed({ x, y }: ViewerEvents['hover']): Record<string, string> {
  const left = x > 2 * SIZE.width ? x - SIZE.width - GAP : x + GAP;
  const top = y > SIZE.height + GAP ? y - SIZE.height : y + GAP;
  return { transform: `translate(${Math.round(left)}px, ${Math.round(top)}px)` };
}
