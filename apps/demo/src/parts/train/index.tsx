import './train.css';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { prepareCharts } from '../../charts/chart.tsx';
import { EpochView } from './epoch-view.tsx';
import { LearningCurves } from './learning-curves.tsx';
import { NetworkActions } from './network-actions.tsx';
import { SettingsForm } from './settings-form.tsx';
import { TrainingModel } from './training-model.ts';
import { TrainingStatus } from './training-status.tsx';

/** Trains a network on the page, and shows how it learns. It goes on training while another part is seen. */
export function TrainPart(): JSX.Element {
  const model = useMemo(() => new TrainingModel(), []);
  useEffect(() => {
    model.open();
    prepareCharts();
  }, [model]);
  return (
    <div class="train">
      <aside class="train-settings" aria-label="Settings">
        <SettingsForm model={model} />
      </aside>
      <div class="train-main">
        <TrainingStatus model={model} />
        <LearningCurves model={model} />
        <EpochView model={model} />
        <NetworkActions model={model} />
      </div>
    </div>
  );
}
