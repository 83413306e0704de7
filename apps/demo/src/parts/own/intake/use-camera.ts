import { useEffect, useRef, useState } from 'preact/hooks';
import { closeCamera, describeCameraError, openCamera } from './camera.ts';

export type Camera =
  | { readonly state: 'closed' }
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly stream: MediaStream }
  | { readonly state: 'refused'; readonly reason: string };

const CLOSED: Camera = { state: 'closed' };

/**
 * A camera that is closed at the latest when it is not seen any more, also if the browser gives it only then.
 *
 * @param isSeen - A change closes it.
 */
export function useCamera(isSeen: boolean): {
  readonly camera: Camera;
  readonly open: () => Promise<void>;
  readonly close: () => void;
} {
  const [camera, setCamera] = useState<Camera>(CLOSED);
  const isWanted = useRef(false);
  const stream = camera.state === 'open' ? camera.stream : undefined;

  useEffect(() => {
    if (stream === undefined) return;
    return () => closeCamera(stream);
  }, [stream]);
  useEffect(() => close, [isSeen]);

  async function open(): Promise<void> {
    isWanted.current = true;
    setCamera({ state: 'opening' });
    try {
      const opened = await openCamera();
      if (isWanted.current) setCamera({ state: 'open', stream: opened });
      else closeCamera(opened);
    } catch (error) {
      if (isWanted.current) setCamera({ state: 'refused', reason: describeCameraError(error) });
    }
  }

  function close(): void {
    isWanted.current = false;
    setCamera(CLOSED);
  }

  return { camera, open, close };
}
