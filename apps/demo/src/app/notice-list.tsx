import type { JSX } from 'preact';
import { dismiss, notices } from '../state/notices.ts';

export function NoticeList(): JSX.Element {
  return (
    <div class="notices" role="status" aria-live="polite" data-testid="notices">
      {notices.value.map(({ id, kind, text, action }) => (
        <div key={id} class={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : undefined}>
          <p>{text}</p>
          {action && (
            <button
              type="button"
              class="button"
              onClick={() => {
                dismiss(id);
                action.run();
              }}
            >
              {action.title}
            </button>
          )}
          <button type="button" class="quiet" aria-label="Dismiss" onClick={() => dismiss(id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
