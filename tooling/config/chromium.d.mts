export function findChromium(): string | undefined;
export function findPageChromium(): string | undefined;
export const chromiumArguments: string[];
export const drawingArguments: readonly string[];
