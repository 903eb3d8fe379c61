/** How much one socket may cost. Bytes are those written and not yet taken by the network. */
export const sessionLimits = {
  /** Above this a socket gets no cursors. */
  cursorBytes: 256 * 1024,
  /** Above this it gets no updates, but one difference when it has drained; and nothing it asks for until then. */
  updateBytes: 1024 * 1024,
  /** Above this it is closed, to come back later: the memory of a server is not a slow reader's to fill. */
  mostBytes: 8 * 1024 * 1024,
  /** Milliseconds in which a socket with something to read must take some of it. */
  stall: 20_000,
  /** Milliseconds between looks at each socket. */
  tick: 4_000,
  /** Milliseconds after which a socket that heard nothing is told something (y-websocket gives up after 30 s). */
  quiet: 15_000,
  pingEvery: 20_000,
  /** Milliseconds without any sign of the other end. */
  silence: 60_000,
  /** Messages at once, and per second after that. */
  messageBurst: 6_000,
  messagesPerSecond: 3_000,
  /** Bytes of updates that may wait for the room; above this the socket has to wait, until half is done. */
  unsettledBytes: 4 * 1024 * 1024,
} as const
