/** Files in this folder of the page have names that change with their content. */
export const HASHED = 'assets/';

/** For a year, without asking again. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

/** What may change under the same name: asked for again each time, and answered in full when it has changed. */
export const REVALIDATED = 'no-cache';
