import { useSignal } from '@preact/signals';
import { type ComponentType, type JSX } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';
import type { Part, PartProps } from '../part.ts';

/** Loads a part when it is first seen, and keeps it, hidden, when another is. */
export function PartFrame({ part, active }: { readonly part: Part; readonly active: boolean }): JSX.Element {
  const loaded = useSignal<{ readonly Component: ComponentType<PartProps> } | undefined>(undefined);
  const failure = useSignal<string | undefined>(undefined);
  const wanted = useSignal(false);
  if (active) wanted.value = true;
  const [broken, retry] = useErrorBoundary();

  async function load(): Promise<void> {
    failure.value = undefined;
    try {
      loaded.value = { Component: await part.load() };
    } catch {
      failure.value = 'This part of the page could not be loaded. Is the server still running?';
    }
  }

  useEffect(() => {
    if (!wanted.value || loaded.value !== undefined) return;
    void load();
  }, [wanted.value, part]);

  const Component = loaded.value?.Component;
  const problem = failure.value ?? (broken === undefined ? undefined : describe(broken));
  return (
    <main
      class="part"
      id={`${part.name}-main`}
      tabIndex={-1}
      hidden={!active}
      aria-label={part.title}
      data-part={part.name}
    >
      {problem !== undefined ? (
        <div class="part-problem" role="alert">
          <p>{problem}</p>
          <button
            type="button"
            class="button"
            onClick={broken === undefined ? () => location.reload() : retry}
          >
            Try again
          </button>
        </div>
      ) : Component === undefined ? (
        <p class="part-loading">Loading…</p>
      ) : (
        <Component active={active} />
      )}
    </main>
  );
}

function describe(error: unknown): string {
  return `This part of the page has stopped: ${error instanceof Error ? error.message : String(error)}`;
}
