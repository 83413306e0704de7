import './hover-card.css';
import type { ViewerEvents } from '@fashion-mnist/visualize/view';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Dataset } from '../../../data/dataset.ts';
import { ClassLabel } from '../../../ui/class-label.tsx';
import { Picture } from '../../../ui/picture.tsx';
import { describePlace } from '../image/describe-place.ts';
import { useLabels } from '../image/use-labels.ts';
import { opened } from '../model/opened.ts';
import { paneOf } from '../model/panes.ts';

const GAP = 18;

/** What lies under the pointer, or has the focus; not what is open beside the map already. */
export function HoverCard({ dataset }: { readonly dataset: Dataset }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const hovered = useSignal<ViewerEvents['hover'] | undefined>(undefined);
  const { name } = dataset.entry;
  const labels = useLabels(dataset);
  const viewer = paneOf(name).viewer.value;
  useEffect(() => viewer?.on('hover', (event) => (hovered.value = event)), [viewer]);
  const event = hovered.value;
  const id = event?.id;
  const isOpen = opened.value?.dataset === name && opened.value.id === id;
  return (
    <div ref={place} class="hover-place" aria-hidden="true">
      {event !== undefined && id !== undefined && viewer !== undefined && !isOpen && (
        <div class="hover-card" style={placed(event, place.current)} data-testid="hover-card">
          <CardContent dataset={dataset} id={id} label={labels?.[id]} />
        </div>
      )}
    </div>
  );
}

interface CardContentProps {
  readonly dataset: Dataset;
  readonly id: number;
  /** Undefined until the labels have arrived. */
  readonly label: number | undefined;
}

function CardContent({ dataset, id, label }: CardContentProps): JSX.Element {
  const { imageShape, classNames } = dataset.entry;
  const [height, width] = imageShape;
  const isThere = dataset.imageCount.value > 0 && dataset.hasImage(id);
  return (
    <>
      <Picture
        pixels={isThere ? dataset.imageOf(id) : undefined}
        width={width}
        height={height}
        size={84}
        alt=""
      />
      <div>
        {label !== undefined && <ClassLabel label={label} name={classNames[label] ?? ''} />}
        <small>{describePlace(dataset, id)}</small>
      </div>
    </>
  );
}

/** Beside the image, on the side where there is more room. */
function placed({ x, y }: ViewerEvents['hover'], place: HTMLElement | null): Record<string, string> {
  const { clientWidth: width, clientHeight: height } = place ?? { clientWidth: 0, clientHeight: 0 };
  return {
    ...(x > width / 2 ? { right: `${width - x + GAP}px` } : { left: `${x + GAP}px` }),
    ...(y > height / 2 ? { bottom: `${height - y}px` } : { top: `${y}px` }),
  };
}
