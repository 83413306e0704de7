import './benchmark.css';
import '../../ui/figures.css';
import type { ResultRow } from '@fashion-mnist/benchmark/report';
import { useSignal, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { PartProps } from '../../part.ts';
import { notify } from '../../state/notices.ts';
import { Choice } from '../../ui/choice.tsx';
import type { Section } from './address.ts';
import { benchmarkState, changeState, followAddress } from './benchmark-state.ts';
import { Classifiers } from './classifiers/classifiers.tsx';
import { OwnFile, openOwn } from './classifiers/own-file.tsx';
import type { OwnResults } from './classifiers/own-results.ts';
import { compareResults, loadKeptRows } from './classifiers/results.ts';
import { LeaderboardSection } from './leaderboard/leaderboard-section.tsx';

const SECTION_TITLES: Readonly<Record<Section, string>> = {
  classifiers: 'Classifiers',
  leaderboard: 'Leaderboard',
};

/** What classifiers are worth: the original's benchmark and leaderboard, with our results beside what was published. */
export function BenchmarkPart({ active }: PartProps): JSX.Element {
  const kept = useSignal<readonly ResultRow[] | undefined>(undefined);
  const own = useSignal<OwnResults | undefined>(undefined);
  useSignalEffect(followAddress);
  useEffect(() => {
    void openKept();
  }, []);
  const results = useMemo(
    () => kept.value && compareResults(kept.value, own.value?.rows),
    [kept.value, own.value],
  );
  const { section } = benchmarkState.value;

  async function openKept(): Promise<void> {
    try {
      kept.value = await loadKeptRows();
    } catch {
      const text = 'The results could not be loaded. Is the server still running?';
      notify({ kind: 'error', text, action: { title: 'Try again', run: () => void openKept() } });
    }
  }

  function takeDrop(event: DragEvent): void {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    changeState({ section: 'classifiers' });
    void openOwn(file, (opened) => {
      own.value = opened;
    });
  }

  return (
    <div class="bench" hidden={!active} onDragOver={(event) => event.preventDefault()} onDrop={takeDrop}>
      <header class="bench-head">
        <h2>Benchmark</h2>
        <Choice
          legend="Section"
          options={Object.entries(SECTION_TITLES).map(([value, title]) => ({
            value: value as Section,
            title,
          }))}
          value={section}
          onChange={(value) => changeState({ section: value })}
        />
      </header>
      {section === 'leaderboard' ? (
        <LeaderboardSection />
      ) : results === undefined ? (
        <p class="note">Loading the results…</p>
      ) : (
        <Classifiers results={results} hasOwn={own.value !== undefined}>
          <OwnFile
            own={own.value}
            onOwn={(opened) => {
              own.value = opened;
            }}
          />
        </Classifiers>
      )}
    </div>
  );
}
