/** Asks for the camera that looks away from the reader, else for any. */
export async function openCamera(): Promise<MediaStream> {
  // Absent where the page does not come from this machine or over https.
  if (!('mediaDevices' in navigator)) throw new DOMException('', 'NotSupportedError');
  return await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 1280 } },
    audio: false,
  });
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** What the camera sees now, as a photo. */
export async function takePhoto(video: HTMLVideoElement): Promise<Blob> {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return await canvas.convertToBlob({ type: 'image/png' });
}

/** Why there is no camera, as a sentence with what to do. */
export function describeCameraError(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  return SENTENCES[name] ?? 'The camera could not be opened. Upload a photo instead.';
}

const SENTENCES: Readonly<Record<string, string>> = {
  NotAllowedError:
    'The camera was refused. Allow it in the settings of the browser for this page, or upload a photo.',
  NotFoundError: 'There is no camera here. Upload a photo instead.',
  NotReadableError: 'The camera is in use by another program. Close it, or upload a photo.',
  OverconstrainedError: 'No camera here fits. Upload a photo instead.',
  NotSupportedError:
    'This browser gives the camera only to pages from this machine or over https. Upload a photo instead.',
};
