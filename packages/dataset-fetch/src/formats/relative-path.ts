const LONGEST = 1024;
const DRIVE_LETTER = /^[A-Za-z]:/;
/** NUL and its like, and the backslash, which separates on Windows. */
const FORBIDDEN = /[\p{Cc}\\]/u;

/** Whether a path stays inside the folder that it is relative to, on every platform. */
export function isRelativePath(path: string): boolean {
  if (path.length > LONGEST || FORBIDDEN.test(path) || DRIVE_LETTER.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
