interface ResizableBuffer extends ArrayBuffer {
  resize(byteLength: number): void;
}

/** Bytes in a buffer that can shrink under them; for tests only (TypeScript knows such buffers from es2024 on). */
export function resizableBytes(content: Uint8Array): {
  bytes: Uint8Array;
  shrinkTo(byteLength: number): void;
} {
  const buffer: ResizableBuffer = Reflect.construct(ArrayBuffer, [
    content.length,
    { maxByteLength: content.length },
  ]);
  const bytes = new Uint8Array(buffer);
  bytes.set(content);
  return { bytes, shrinkTo: (byteLength) => buffer.resize(byteLength) };
}
