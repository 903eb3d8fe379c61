import type { Clock } from '../../lib/base/clock'
import type { AwarenessBoard } from './awarenessBoard'
import { createOutgoing, type Outgoing } from './outgoing'
import { findCursorWindow } from './roomSettings'

/** When the others are told who points where: the latest of each person, once in a window that grows with the crowd. */
export interface CursorWindow {
  /** Somebody points elsewhere: the others are told soon. */
  arrange(): void
  /** Adds what waits, since something is sent anyway. */
  addDue(outgoing: Outgoing): void
}

export interface CursorWindowParts {
  readonly clock: Clock
  /** Runs a task after the current turn of the event loop. */
  readonly soon: (task: () => void) => void
  readonly awareness: Pick<AwarenessBoard, 'takeChanges'>
  readonly countPeople: () => number
  readonly publish: (outgoing: Outgoing) => void
}

export function createCursorWindow({ clock, soon, awareness, countPeople, publish }: CursorWindowParts): CursorWindow {
  let isDue = false
  const addDue = (outgoing: Outgoing): void => {
    if (!isDue) return
    isDue = false
    const changes = awareness.takeChanges()
    if (changes !== undefined) outgoing.broadcasts.push(changes)
  }
  return {
    arrange() {
      if (isDue) return
      isDue = true
      const flush = (): void => {
        if (!isDue) return
        const outgoing = createOutgoing()
        addDue(outgoing)
        publish(outgoing)
      }
      const window = findCursorWindow(countPeople())
      if (window === 0) soon(flush)
      else clock.after(window, flush)
    },
    addDue,
  }
}
