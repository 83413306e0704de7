import './own.css';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PartProps } from '../../part.ts';
import { datasetNamed, dataset as inView } from '../../state/datasets.ts';
import { GarmentList } from './garments/garment-list.tsx';
import { garment, pendingCount } from './garments/garments.ts';
import { Intake } from './intake/intake.tsx';
import { takePasted } from './intake/paste.ts';
import { takeDropped } from './intake/take-files.ts';
import { Result } from './result.tsx';

/** A garment of the reader's: converted as the dataset's were, answered, and put on the map. */
export function OwnPart({ active }: PartProps): JSX.Element {
  // Garments are compared with garments, whatever is on the map.
  const dataset = datasetNamed('fashion-mnist') ?? inView.value;
  const shown = garment.value;
  const main = useRef<HTMLDivElement>(null);
  const { isOver, ...dropZone } = useDropZone();
  useEffect(() => {
    if (!active) return;
    document.addEventListener('paste', takePasted);
    return () => document.removeEventListener('paste', takePasted);
  }, [active]);
  return (
    <div class="own" data-over={isOver} {...dropZone}>
      <div class="own-side">
        <header class="own-head">
          <h2>A garment of your own</h2>
          <p class="note">
            It becomes a Fashion-MNIST image by the seven steps of the paper. Nothing leaves your browser.
          </p>
        </header>
        <Intake active={active} />
        <p class="own-pending" role="status">
          {describePending(pendingCount.value)}
        </p>
        {shown !== undefined && (
          <button type="button" class="button own-jump" onClick={() => main.current?.scrollIntoView()}>
            See what it is taken for ↓
          </button>
        )}
        <GarmentList classNames={dataset?.entry.classNames ?? []} />
      </div>
      <div class="own-main" ref={main}>
        {shown === undefined ? <Invitation /> : <Result active={active} garment={shown} dataset={dataset} />}
      </div>
      {isOver && <p class="own-drop">Drop your pictures here</p>}
    </div>
  );
}

function describePending(count: number): string {
  if (count === 0) return '';
  return count === 1 ? 'Converting…' : `Converting; ${count} pictures to go…`;
}

function Invitation(): JSX.Element {
  return (
    <div class="invitation">
      <p>
        Draw a garment, paste or drop a picture of one, or photograph what you wear. Its conversion, what it
        is taken for, its nearest neighbours and its place on the map appear here.
      </p>
    </div>
  );
}

/** Files may be dropped anywhere on the part. */
function useDropZone() {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      const to = event.relatedTarget;
      const isInside =
        to instanceof Node && event.currentTarget instanceof Node && event.currentTarget.contains(to);
      if (!isInside) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      takeDropped(event.dataTransfer);
    },
  };
}
