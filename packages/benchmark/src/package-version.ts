import manifest from '../package.json' with { type: 'json' };

/** The version of this package, whose classifiers do the jobs. */
export const packageVersion: string = manifest.version;
