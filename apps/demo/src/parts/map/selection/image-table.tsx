import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Dataset } from '../../../data/dataset.ts';
import { ClassLabel } from '../../../ui/class-label.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Picture } from '../../../ui/picture.tsx';
import { describePlace } from '../image/describe-place.ts';
import { openImage } from '../model/opened.ts';

const ROWS = 20;

interface ImageTableProps {
  readonly dataset: Dataset;
  readonly ids: Uint32Array;
  readonly labels: Uint8Array;
}

/** Images as a table, some at a time. */
export function ImageTable({ dataset, ids, labels }: ImageTableProps): JSX.Element {
  const wanted = useSignal(0);
  const pageCount = Math.ceil(ids.length / ROWS);
  const page = Math.min(wanted.value, pageCount - 1);
  const rows = Array.from(ids.subarray(page * ROWS, (page + 1) * ROWS));
  return (
    <div class="image-table">
      <table class="table">
        <caption class="visually-hidden">
          Selected images, {formatCount(page * ROWS + 1)} to {formatCount(page * ROWS + rows.length)} of{' '}
          {formatCount(ids.length)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Image</th>
            <th scope="col">Class</th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((id) => (
            <ImageRow key={id} dataset={dataset} id={id} label={labels[id] ?? 0} />
          ))}
        </tbody>
      </table>
      {pageCount > 1 && (
        <nav class="pager" aria-label="Pages of the table">
          <button
            type="button"
            class="button"
            disabled={page === 0}
            onClick={() => (wanted.value = page - 1)}
          >
            Previous
          </button>
          <span aria-live="polite">
            Page {formatCount(page + 1)} of {formatCount(pageCount)}
          </span>
          <button
            type="button"
            class="button"
            disabled={page === pageCount - 1}
            onClick={() => (wanted.value = page + 1)}
          >
            Next
          </button>
        </nav>
      )}
    </div>
  );
}

interface ImageRowProps {
  readonly dataset: Dataset;
  readonly id: number;
  readonly label: number;
}

function ImageRow({ dataset, id, label }: ImageRowProps): JSX.Element {
  const { name, classNames, imageShape } = dataset.entry;
  const [height, width] = imageShape;
  const isThere = dataset.imageCount.value > 0 && dataset.hasImage(id);
  return (
    <tr>
      <td>
        <button
          type="button"
          class="image-link"
          aria-label={`Open image ${id}`}
          onClick={() => openImage({ dataset: name, id })}
        >
          <Picture
            pixels={isThere ? dataset.imageOf(id) : undefined}
            width={width}
            height={height}
            size={28}
            alt=""
          />
          {id}
        </button>
      </td>
      <td>
        <ClassLabel label={label} name={classNames[label] ?? ''} />
      </td>
      <td>{describePlace(dataset, id)}</td>
    </tr>
  );
}
