import { isRelativePath } from '../../formats/relative-path.ts';
import { type Check, suchThat } from './check.ts';
import { text } from './check-value.ts';

const LONGEST_NAME = 128;
const NAME = /^[A-Za-z0-9._-]+$/;
/** Names that Windows gives to devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/** A name that is safe as the name of a file or folder on every platform. */
export const fileName: Check<string> = suchThat(
  text({ max: LONGEST_NAME }),
  isFileName,
  'a name of letters, digits, ".", "_" and "-" that does not begin or end with a dot',
);

/** A path that stays inside the folder that it is relative to. */
export const relativePath: Check<string> = suchThat(
  text({ max: 1024 }),
  isRelativePath,
  'a relative path with "/" between its parts and without ".."',
);

/** The same, or nothing: the folder itself. */
export const folderPath: Check<string> = suchThat(
  text({ min: 0, max: 1024 }),
  (path) => path === '' || isRelativePath(path),
  'a relative path with "/" between its parts and without "..", or nothing',
);

function isFileName(name: string): boolean {
  return NAME.test(name) && !/^\.|\.\.|\.$/.test(name) && !DEVICE.test(name);
}
