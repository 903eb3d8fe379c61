/**
 * Who caused a transaction. A closed union: undo, saving and history read it, so every transaction
 * of this program carries one.
 */
export type Origin =
  /** A person's own act on this page, or an API call. */
  | { readonly kind: 'command' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'import' }
  | { readonly kind: 'migration' }
  | { readonly kind: 'restore' }
  /** Came from elsewhere: the server, another peer, the copy kept on this device. */
  | { readonly kind: 'remote' }
export type OriginKind = Origin['kind']

/** The one object for each origin, so that they can be told by identity. */
export const origins = {
  command: { kind: 'command' },
  undo: { kind: 'undo' },
  import: { kind: 'import' },
  migration: { kind: 'migration' },
  restore: { kind: 'restore' },
  remote: { kind: 'remote' },
} as const satisfies Readonly<Record<OriginKind, Origin>>
