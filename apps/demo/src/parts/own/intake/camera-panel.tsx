import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { notifyError } from '../../../state/notices.ts';
import { addPhotos } from '../garments/garments.ts';
import { takePhoto } from './camera.ts';
import { useCamera } from './use-camera.ts';

/** Photographs a garment. The camera is on only from its button to the shot, and while the panel is seen. */
export function CameraPanel({ active }: { readonly active: boolean }): JSX.Element {
  const { camera, open, close } = useCamera(active);
  return (
    <div class="camera">
      {camera.state === 'open' ? (
        <Viewfinder stream={camera.stream} onClose={close} />
      ) : (
        <button
          type="button"
          class="button button-primary"
          disabled={camera.state === 'opening'}
          onClick={() => void open()}
        >
          {camera.state === 'opening' ? 'Waiting for the camera…' : 'Start the camera'}
        </button>
      )}
      {camera.state === 'refused' && <p role="alert">{camera.reason}</p>}
      <p class="note">
        Lay one garment on plain ground, with light from the front. Its background is made white; the camera
        stops after the photo.
      </p>
    </div>
  );
}

let photoCount = 0;

function Viewfinder({
  stream,
  onClose,
}: {
  readonly stream: MediaStream;
  readonly onClose: () => void;
}): JSX.Element {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);

  async function shoot(): Promise<void> {
    if (video.current === null) return;
    try {
      const photo = await takePhoto(video.current);
      onClose();
      photoCount += 1;
      await addPhotos([{ name: `photo-${photoCount}.png`, origin: 'photographed', photo }], true);
    } catch (error) {
      notifyError(error, 'The photo was not taken');
    }
  }

  return (
    <>
      <video ref={video} autoplay playsInline muted aria-label="What the camera sees" />
      <div class="camera-actions">
        <button type="button" class="button button-primary" onClick={() => void shoot()}>
          Take the photo
        </button>
        <button type="button" class="button" onClick={onClose}>
          Stop the camera
        </button>
      </div>
    </>
  );
}
