import type { ComponentType } from 'preact';

/** What every part is given. */
export interface PartProps {
  /** Whether the part is the one that is seen. A part that has been seen stays, hidden, with all it holds. */
  readonly active: boolean;
}

export interface Part {
  /** Stands in the address. */
  readonly name: string;
  readonly title: string;
  /** For the title of the page. */
  readonly description: string;
  readonly load: () => Promise<ComponentType<PartProps>>;
}
