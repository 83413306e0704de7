import './image.css';
import type { JSX } from 'preact';
import { datasetNamed } from '../../../state/datasets.ts';
import { ClassLabel } from '../../../ui/class-label.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Picture } from '../../../ui/picture.tsx';
import { closeImage, opened } from '../model/opened.ts';
import { paneOf } from '../model/panes.ts';
import { describePlace } from './describe-place.ts';
import { NearestImages } from './nearest-images.tsx';
import { useLabels } from './use-labels.ts';
import { Verdicts } from './verdicts.tsx';

/** One image from near: what it is, what it is like, what models say. */
export function ImageTab(): JSX.Element {
  const image = opened.value;
  const dataset = datasetNamed(image?.dataset);
  const labels = useLabels(dataset);
  if (image === undefined || dataset === undefined) {
    return <p class="note">Click an image on the map to see it from near, with its nearest neighbours.</p>;
  }
  const { id } = image;
  const { classNames, imageShape, name } = dataset.entry;
  const [height, width] = imageShape;
  const label = labels?.[id];
  const isThere = dataset.imageCount.value > 0 && dataset.hasImage(id);
  const className = label === undefined ? '' : (classNames[label] ?? '');
  return (
    <article class="image-tab" aria-label={`Image ${formatCount(id)}`}>
      <div class="image-head">
        <Picture
          pixels={isThere ? dataset.imageOf(id) : undefined}
          width={width}
          height={height}
          size={168}
          alt={`${className}, image ${id}`}
        />
        <div>
          {label !== undefined && <ClassLabel label={label} name={className} />}
          <p class="note">
            {describePlace(dataset, id)}
            <br />
            id {id}
          </p>
          <div class="buttons">
            <button
              type="button"
              class="button"
              onClick={() => paneOf(name).viewer.peek()?.fit(Uint32Array.of(id))}
            >
              Show on map
            </button>
            <button type="button" class="button" onClick={closeImage}>
              Close
            </button>
          </div>
        </div>
      </div>
      <Verdicts dataset={dataset} id={id} label={label} />
      <NearestImages key={`${name} ${id}`} dataset={dataset} id={id} isThere={isThere} labels={labels} />
    </article>
  );
}
