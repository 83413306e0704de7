const TRANSIENT = new Set([408, 425, 429]);

/** Whether a server that answers so may answer otherwise later. */
export function isRetryableStatus(status: number): boolean {
  return TRANSIENT.has(status) || status >= 500;
}
