import * as z from 'zod/mini'
import { anchorTarget, commentAnchorSchema } from '../../lib/practice/comment'
import type { RoomEvent } from '../../lib/protocol/events'

const labelsSchema = z.record(z.string(), z.string())

/**
 * An event as those hear it who do not run the meeting: without the names of what is kept from them, which are empty.
 * What people wrote themselves stays. The same object where it names nothing of the kind.
 * @param isWithheld of an element, a link or a loop by its key; asked only where an event names something
 */
export function namelessEvent(event: RoomEvent, isWithheld: (target: string) => boolean): RoomEvent {
  switch (event.kind) {
    case 'round': {
      const labels = withoutLabels(event.round['labels'], isWithheld)
      return labels === undefined ? event : { ...event, round: { ...event.round, labels } }
    }
    case 'comment':
    case 'thread': {
      const { label, anchor } = event.thread
      if (label === '') return event
      const read = commentAnchorSchema.safeParse(anchor)
      const target = read.success ? anchorTarget(read.data) : undefined
      return target !== undefined && isWithheld(target) ? { ...event, thread: { ...event.thread, label: '' } } : event
    }
    // These name people, ids and what those who run the meeting wrote. A new kind is to be looked at here.
    case 'welcome':
    case 'participants':
    case 'participant':
    case 'shown':
    case 'hold':
    case 'door':
    case 'gather':
    case 'reaction':
    case 'progress':
    case 'round-removed':
    case 'links':
    case 'thread-removed':
    case 'agenda':
    case 'timer':
    case 'breakouts':
    case 'version':
    case 'restored':
    case 'version-removed':
    case 'protection':
    case 'put-back':
    case 'refused':
      return event
  }
}

/** Undefined where nothing of it is withheld. */
function withoutLabels(
  given: unknown,
  isWithheld: (target: string) => boolean,
): Readonly<Record<string, string>> | undefined {
  const read = labelsSchema.safeParse(given)
  if (!read.success) return undefined
  const withheld = new Set(Object.keys(read.data).filter(isWithheld))
  if (withheld.size === 0) return undefined
  return Object.fromEntries(
    Object.entries(read.data).map(([target, label]) => [target, withheld.has(target) ? '' : label]),
  )
}
