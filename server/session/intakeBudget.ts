import type { Clock } from '../../lib/base/clock'
import { sessionLimits } from './sessionLimits'
import type { SocketPort } from './socketPort'

/**
 * How much of a socket's messages is taken at a time. Over budget it is not closed but left
 * waiting: the network holds its messages back, and nothing is lost.
 */
export interface IntakeBudget {
  /** @param updateBytes size of the update, if the message is one */
  count(updateBytes: number | undefined): void
  /** The room has looked at so many updates of this socket in all. */
  settle(consumed: number): void
  isPaused(): boolean
  cancel(): void
}

export function createIntakeBudget(clock: Clock, socket: Pick<SocketPort, 'pause' | 'resume'>): IntakeBudget {
  const { messageBurst, messagesPerSecond, unsettledBytes } = sessionLimits
  const sizes: number[] = []
  let settled = 0
  let waitingBytes = 0
  let tokens: number = messageBurst
  let countedAt = clock.now()
  let rateTimer: (() => void) | undefined
  let full = false
  let paused = false

  const update = (): void => {
    const shouldPause = full || rateTimer !== undefined
    if (shouldPause === paused) return
    paused = shouldPause
    if (paused) socket.pause()
    else socket.resume()
  }

  return {
    count(updateBytes) {
      if (updateBytes !== undefined) {
        sizes.push(updateBytes)
        waitingBytes += updateBytes
        if (waitingBytes > unsettledBytes) full = true
      }
      const now = clock.now()
      tokens = Math.min(messageBurst, tokens + ((now - countedAt) * messagesPerSecond) / 1000) - 1
      countedAt = now
      if (tokens < 0 && rateTimer === undefined) {
        rateTimer = clock.after(Math.ceil((-tokens * 1000) / messagesPerSecond) + 50, () => {
          rateTimer = undefined
          update()
        })
      }
      update()
    },
    settle(consumed) {
      const done = sizes.splice(0, consumed - settled)
      settled = consumed
      for (const size of done) waitingBytes -= size
      if (waitingBytes <= unsettledBytes / 2) full = false
      update()
    },
    isPaused: () => paused,
    cancel() {
      rateTimer?.()
      rateTimer = undefined
    },
  }
}
