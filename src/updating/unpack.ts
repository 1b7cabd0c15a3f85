import { LIMITS } from '../core/model/limits.ts';

/** A file that cannot be read as text, or is more than a pack may be. */
export class UnpackError extends Error {
  override readonly name = 'UnpackError';
  readonly code: 'too-large' | 'bomb' | 'bad-gzip' | 'not-utf8';
  constructor(code: UnpackError['code']) {
    super(code);
    this.code = code;
  }
}

/** Below this, any ratio is harmless. */
const FREE_BYTES = 1024 * 1024;

/**
 * The text of a file, unpacked if it is gzip, chunk by chunk.
 *
 * @param onBytes told how many bytes of the file itself have been read.
 * @param maxBytes how many bytes of text it may hold.
 * @throws UnpackError for more bytes than a pack may have, a compression bomb, damaged gzip, or bytes that are not UTF-8.
 */
export async function* unpackText(
  file: Blob,
  onBytes: (read: number) => void = () => {},
  maxBytes: number = LIMITS.packBytes,
): AsyncGenerator<string> {
  let read = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        read += chunk.byteLength;
        onBytes(read);
        controller.enqueue(chunk);
      },
    }),
  );
  const isPacked = await isGzip(file);
  const unpacked = isPacked ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = unpacked.getReader();
  let bytes = 0;
  try {
    for (;;) {
      const chunk = await reader.read().catch((error: unknown) => {
        throw isPacked ? new UnpackError('bad-gzip') : error;
      });
      if (chunk.done) break;
      bytes += chunk.value.byteLength;
      if (bytes > maxBytes) throw new UnpackError('too-large');
      if (isPacked && bytes > FREE_BYTES + file.size * LIMITS.unpackRatio) throw new UnpackError('bomb');
      yield decodePart(decoder, chunk.value);
    }
    yield decodePart(decoder);
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function decodePart(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw new UnpackError('not-utf8');
  }
}

async function isGzip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}
