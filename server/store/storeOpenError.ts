/** Why a store could not be opened. `message` is one sentence that says what to do. */
export class StoreOpenError extends Error {
  constructor(
    readonly kind: 'in-use' | 'unwritable' | 'unreadable' | 'unreachable',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'StoreOpenError'
  }
}
