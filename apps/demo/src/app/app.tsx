import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { route, routeHash } from '../state/route.ts';
import { theme, toggleTheme } from '../state/theme.ts';
import { NoticeList } from './notice-list.tsx';
import { PartFrame } from './part-frame.tsx';
import { PARTS } from './parts.ts';

/** The page: its navigation, and the part that the address names. */
export function App(): JSX.Element {
  const current = PARTS.find(({ name }) => name === route.value.part) ?? PARTS[0];
  useEffect(() => {
    document.title = `${current?.description ?? ''} · Fashion-MNIST`;
    document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <>
      <a class="skip" href={`#${current?.name}-main`} onClick={(event) => skipTo(event, current?.name)}>
        Skip to content
      </a>
      <header class="masthead">
        <h1>Fashion-MNIST</h1>
        <nav aria-label="Parts">
          {PARTS.map(({ name, title }) => (
            <a key={name} href={routeHash(name)} aria-current={name === current?.name ? 'page' : undefined}>
              {title}
            </a>
          ))}
        </nav>
        <ThemeButton />
      </header>
      {PARTS.map((part) => (
        <PartFrame key={part.name} part={part} active={part === current} />
      ))}
      <NoticeList />
    </>
  );
}

function ThemeButton(): JSX.Element {
  const other = theme.value === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      class="quiet theme-button"
      onClick={toggleTheme}
      aria-label={`Use ${other} colours`}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" />
        <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
      </svg>
    </button>
  );
}

/** The address holds the route, so the link moves the focus itself. */
function skipTo(event: Event, name: string | undefined): void {
  event.preventDefault();
  document.getElementById(`${name}-main`)?.focus();
}
