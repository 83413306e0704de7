import './stages.css';
import type { JSX } from 'preact';
import type { ShownStage } from '../../../work/photos/photo-outcome.ts';
import { StagePicture } from './stage-picture.tsx';
import { paperStages, stageText } from './stage-texts.ts';

/** What the conversion did, picture by picture. */
export function StageRow({ stages }: { readonly stages: readonly ShownStage[] }): JSX.Element {
  return (
    <ol class="stages" tabIndex={0} aria-label="Steps of the conversion">
      {paperStages(stages).map((stage) => {
        const { title, text } = stageText(stage);
        return (
          <li key={stage.name}>
            <figure>
              <StagePicture picture={stage.picture} alt={`${title}: the picture after this step`} />
              <figcaption>
                <strong>{title}</strong>
                <small>{text}</small>
              </figcaption>
            </figure>
          </li>
        );
      })}
    </ol>
  );
}
