import './garments.css';
import type { JSX } from 'preact';
import { notifyError } from '../../../state/notices.ts';
import { download } from '../../../ui/download.ts';
import { Picture } from '../../../ui/picture.tsx';
import { imagesFile, labelsFile, labelsTable } from './export-garments.ts';
import { garments, showGarment, garment as shown } from './garments.ts';

/** The garments of this visit, and their way out. */
export function GarmentList({ classNames }: { readonly classNames: readonly string[] }): JSX.Element | null {
  const list = garments.value;
  if (list.length === 0) return null;
  return (
    <section class="garments" aria-label="Garments of this visit">
      <h3>{list.length === 1 ? '1 garment' : `${list.length} garments`} of this visit</h3>
      <ul>
        {list.map(({ id, name, label, conversion }) => (
          <li key={id}>
            <button
              type="button"
              class="garment"
              aria-pressed={id === shown.value?.id}
              title={name}
              onClick={() => showGarment(id)}
            >
              <Picture pixels={conversion.pixels} size={56} alt="" />
              <span class="visually-hidden">{name}</span>
              <small>{label === undefined ? 'no label' : classNames[label]}</small>
            </button>
          </li>
        ))}
      </ul>
      <ExportButtons />
      <p class="note">They are kept until the page is closed.</p>
    </section>
  );
}

function ExportButtons(): JSX.Element {
  const list = garments.value;
  const unlabelled = list.filter(({ label }) => label === undefined).length;
  return (
    <div class="garment-exports">
      <span class="note" id="exports">
        Download
      </span>
      <button
        type="button"
        class="button"
        onClick={() => void save('images-idx3-ubyte.gz', imagesFile(list))}
      >
        Images (IDX)
      </button>
      <button
        type="button"
        class="button"
        disabled={unlabelled > 0}
        onClick={() => void save('labels-idx1-ubyte.gz', labelsFile(list))}
      >
        Labels (IDX)
      </button>
      <button
        type="button"
        class="button"
        onClick={() => download('labels.csv', new Blob([labelsTable(list)], { type: 'text/csv' }))}
      >
        Table (CSV)
      </button>
      {unlabelled > 0 && (
        <span class="note">
          {unlabelled === 1 ? 'One garment has' : `${unlabelled} garments have`} no label yet: a file of
          labels needs one for each.
        </span>
      )}
    </div>
  );
}

async function save(name: string, file: Promise<Blob> | undefined): Promise<void> {
  try {
    const content = await file;
    if (content !== undefined) download(name, content);
  } catch (error) {
    notifyError(error, `${name} could not be written`);
  }
}
