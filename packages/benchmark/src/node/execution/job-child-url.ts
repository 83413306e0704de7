/** The program of a process that does jobs. */
export const jobChildUrl: URL = new URL('./job-child.ts', import.meta.url);
