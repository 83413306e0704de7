import type { JSX } from 'preact';
import type { Dataset } from '../../data/dataset.ts';
import { Answer } from './answer/answer.tsx';
import { useImages } from './answer/use-images.ts';
import { useNearest } from './answer/use-nearest.ts';
import type { Garment } from './garments/garment.ts';
import { labelGarment, removeGarment, setBackground } from './garments/garments.ts';
import { PlaceMap } from './place/place-map.tsx';
import { StageRow } from './stages/stage-row.tsx';
import { warningSentence } from './stages/stage-texts.ts';

interface ResultProps {
  /** Whether it is seen: only then is there a map, which takes much memory. */
  readonly active: boolean;
  readonly garment: Garment;
  readonly dataset: Dataset | undefined;
}

/** All about one garment. */
export function Result({ active, garment, dataset }: ResultProps): JSX.Element {
  const { pixels, stages, warnings } = garment.conversion;
  const found = useNearest(dataset, pixels);
  useImages(dataset, true);
  return (
    <article class="result" aria-label={garment.name}>
      <GarmentHead garment={garment} classNames={dataset?.entry.classNames ?? []} />
      <StageRow stages={stages} />
      {warnings.length > 0 && <Warnings garment={garment} />}
      {dataset === undefined ? (
        <p class="note">There is no dataset to compare it with.</p>
      ) : (
        <div class="result-answers">
          <Answer dataset={dataset} pixels={pixels} found={found} />
          {active && <PlaceMap dataset={dataset} garment={garment} found={found} />}
        </div>
      )}
    </article>
  );
}

function Warnings({ garment }: { readonly garment: Garment }): JSX.Element {
  return (
    <ul class="warnings" aria-label="Unlike the dataset">
      {garment.conversion.warnings.map((warning) => (
        <li key={warning.code}>
          {warningSentence(warning)}{' '}
          {warning.code === 'W_PHOTO_BACKGROUND' && (
            <button type="button" class="linked" onClick={() => void setBackground(garment, true)}>
              Make it white
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function GarmentHead({
  garment,
  classNames,
}: {
  readonly garment: Garment;
  readonly classNames: readonly string[];
}): JSX.Element {
  const { id, name, label, removesBackground } = garment;
  return (
    <header class="result-head">
      <h2 dir="auto">{name}</h2>
      <label class="result-check">
        <input
          type="checkbox"
          checked={removesBackground}
          onChange={({ currentTarget }) => void setBackground(garment, currentTarget.checked)}
        />
        Make its background white
      </label>
      <label class="result-label">
        It is
        <select
          value={label ?? ''}
          onChange={({ currentTarget: { value } }) =>
            labelGarment(id, value === '' ? undefined : Number(value))
          }
        >
          <option value="">no label</option>
          {classNames.map((className, of) => (
            <option key={className} value={of}>
              {of} {className}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="button" onClick={() => removeGarment(id)}>
        Remove
      </button>
    </header>
  );
}
