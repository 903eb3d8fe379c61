import type { Clock } from '../../lib/base/clock'
import type { SessionId } from '../bus/bus'

/**
 * Milliseconds between two counts, and after which a socket that no process has counted is taken for gone: whoever comes
 * again from there with a bare key may go on then, and not before.
 */
const countEvery = 1_000
const patience = 3_500

/**
 * Who is still there, of sockets in other processes: one that dies takes no leave of its sockets. Every second the
 * processes say which they have.
 */
export interface HeadCount {
  /** From now on there are counts, until `stop`. */
  start(): void
  /** Somebody came, or came again. */
  came(session: SessionId): void
  left(session: SessionId): void
  /** A process has these. */
  counted(sessions: readonly SessionId[]): void
  stop(): void
}

export interface HeadCountParts {
  readonly clock: Clock
  /** Asks all processes which sockets they have. */
  readonly ask: () => void
  /** Nobody has it any more. */
  readonly onGone: (session: SessionId) => void
  /** Processes have sockets that were not known. */
  readonly onUnknown: () => void
}

export function createHeadCount({ clock, ask, onGone, onUnknown }: HeadCountParts): HeadCount {
  const seenAt = new Map<SessionId, number>()
  let lastLook: number | undefined
  let cancel: (() => void) | undefined

  const look = (): void => {
    cancel = clock.after(countEvery, look)
    const now = clock.now()
    // Whoever stood still himself has heard nobody.
    const isLate = lastLook !== undefined && now - lastLook > 2 * countEvery
    lastLook = now
    for (const [session, at] of [...seenAt]) {
      if (isLate) seenAt.set(session, now)
      else if (now - at >= patience) onGone(session)
    }
    if (seenAt.size > 0) ask()
  }

  return {
    start() {
      cancel ??= clock.after(countEvery, look)
    },
    came: (session) => void seenAt.set(session, clock.now()),
    left: (session) => void seenAt.delete(session),
    counted(sessions) {
      const known = sessions.filter((session) => seenAt.has(session))
      for (const session of known) seenAt.set(session, clock.now())
      if (known.length < sessions.length) onUnknown()
    },
    stop() {
      cancel?.()
      cancel = undefined
      seenAt.clear()
    },
  }
}
