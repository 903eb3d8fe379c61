/** A websocket as a session needs it: bytes out, a little flow control, an end. */
export interface SocketPort {
  /** Writes whole frames (see frame.ts), all in one go. */
  write(frames: readonly Uint8Array[]): void
  /** Bytes written and not yet taken by the network. */
  bufferedBytes(): number
  /** Stops and starts taking messages, so that the other end has to wait. */
  pause(): void
  resume(): void
  /** Asks for a sign of life. */
  ping(): void
  /** Says goodbye with a code. Resolves when the socket is gone: soon, whatever the other end does. */
  close(code: number, reason: string): Promise<void>
  /** Gone at once. */
  terminate(): void
}

/** What a socket tells its session. */
export interface SocketEvents {
  /** One whole binary message. */
  received(message: Uint8Array): void
  /** A message no client of ours sends: text, or a broken frame. */
  malformed(): void
  /** All that was written has been taken. */
  drained(): void
  /** The other end is alive. */
  ponged(): void
  closed(): void
}
