/** Why a bus could not be opened. `message` is one sentence that says what to do. */
export class BusOpenError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'BusOpenError'
  }
}
