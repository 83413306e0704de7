import { notify, notifyError } from '../../../state/notices.ts';
import { takeFiles } from './take-files.ts';

const NOTHING = 'The clipboard holds no picture. Copy one first.';

/** Takes the picture of a paste, unless it is text for a field. */
export function takePasted(event: ClipboardEvent): void {
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
  event.preventDefault();
  const files = Array.from(event.clipboardData?.files ?? []);
  if (files.length > 0) void takeFiles(files, 'pasted');
  else notify({ kind: 'error', text: NOTHING });
}

/** Asks the browser for what was copied. The reader may be asked whether that is allowed. */
export async function readClipboard(): Promise<void> {
  // Absent where the page does not come from this machine or over https.
  if (!('clipboard' in navigator) || !('read' in navigator.clipboard)) {
    const text = 'This browser does not let pages read the clipboard. Press Ctrl+V instead.';
    notify({ kind: 'error', text });
    return;
  }
  try {
    const items = await navigator.clipboard.read();
    const pictures = items.flatMap((item) => {
      const type = item.types.find((name) => name.startsWith('image/'));
      return type === undefined ? [] : [{ item, type }];
    });
    if (pictures.length === 0) notify({ kind: 'error', text: NOTHING });
    const files = pictures.map(
      async ({ item, type }) => new File([await item.getType(type)], 'pasted picture'),
    );
    await takeFiles(await Promise.all(files), 'pasted');
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotAllowedError') {
      const text = 'The browser was not allowed to read the clipboard. Press Ctrl+V instead.';
      notify({ kind: 'error', text });
    } else notifyError(error, 'The clipboard could not be read');
  }
}
