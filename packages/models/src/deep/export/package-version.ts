import manifest from '../../../package.json' with { type: 'json' };

/** The version of this package, for files that say what wrote them. */
export const packageVersion: string = manifest.version;
