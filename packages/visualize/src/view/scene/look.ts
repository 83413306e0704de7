import { cssColorToRgb, type Rgb } from './css-color-to-rgb.ts';

export type Theme = 'light' | 'dark';

/** What a map is drawn with. */
export interface Look {
  readonly theme: Theme;
  /** One per class. */
  readonly classes: readonly Rgb[];
  /** The ground. */
  readonly paper: Rgb;
  /** Rings around the selection. */
  readonly ink: Rgb;
  /** Rings around marked points and guests. */
  readonly accent: Rgb;
}

const THEMES: Readonly<Record<Theme, Readonly<Record<'paper' | 'ink' | 'accent', string>>>> = Object.freeze({
  light: { paper: '#fcfbf9', ink: '#1d1c1a', accent: '#d6246e' },
  dark: { paper: '#131416', ink: '#f4f2ee', accent: '#ff6ba6' },
});

/** The custom properties `--viewer-paper`, `--viewer-ink` and `--viewer-accent` of the container win. */
export function lookOf(container: HTMLElement, theme: Theme, colors: readonly string[]): Look {
  const style = getComputedStyle(container);
  const colorOf = (name: 'paper' | 'ink' | 'accent'): Rgb =>
    cssColorToRgb(style.getPropertyValue(`--viewer-${name}`).trim() || THEMES[theme][name]);
  return {
    theme,
    classes: colors.map(cssColorToRgb),
    paper: colorOf('paper'),
    ink: colorOf('ink'),
    accent: colorOf('accent'),
  };
}

export function preferredTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
