/** The forms that datasets can be exported in. */
export const EXPORT_FORMATS = ['idx', 'csv', 'png', 'npz', 'projector'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
