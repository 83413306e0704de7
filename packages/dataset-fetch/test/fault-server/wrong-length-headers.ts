import type { Behaviour } from './behaviour.ts';

type Variant = Extract<Behaviour, { readonly kind: 'wrong-length' }>['variant'];

/** Header lines that do not say how long a body is. */
export function wrongLengthHeaders(variant: Variant, length: number): readonly string[] {
  switch (variant) {
    case 'too-small':
      return [`content-length: ${length >> 1}`];
    case 'too-large':
      return [`content-length: ${length + 100}`];
    case 'missing':
      return [];
    case 'negative':
      return ['content-length: -5'];
    case 'duplicate':
      return [`content-length: ${length}`, `content-length: ${length + 1}`];
  }
}
