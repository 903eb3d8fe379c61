/** The world around the command line, so that tests can stand in for it. */
export interface Terminal {
  /** All of standard input. */
  readInput(): Promise<Uint8Array>
  writeOutput(bytes: Uint8Array | string): Promise<void>
  /** Says something beside the output. */
  say(text: string): void
}

/** What the user has to put right: shown as one sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
