import type { Selection } from '../../hooks/editor'
import type { Comment } from '../../../lib/protocol/comment'
import type { Thread } from './commentBook'

/** Comments of a thread that somebody else wrote and this person has not read. */
export function listUnread({ comments, read }: Thread, self: string | undefined): readonly Comment[] {
  return comments.filter(({ number, by, deleted }) => number > read && by.id !== self && deleted !== true)
}

export function isUnread(thread: Thread, self: string | undefined): boolean {
  return listUnread(thread, self).length > 0
}

/** What there is to read of a thread: without what was deleted. */
export function listSaid({ comments }: Pick<Thread, 'comments'>): readonly Comment[] {
  return comments.filter(({ deleted }) => deleted !== true)
}

/** This person is spoken to in it by name. */
export function speaksTo({ comments }: Thread, self: string | undefined): boolean {
  return comments.some(({ mentions }) => mentions.some(({ id }) => id === self))
}

/** This person wrote in it, or is spoken to in it. */
export function concerns(thread: Thread, self: string | undefined): boolean {
  return speaksTo(thread, self) || thread.comments.some(({ by, deleted }) => by.id === self && deleted !== true)
}

/** Number of the newest comment. */
export function newestOf({ comments }: Thread): number {
  return comments.at(-1)?.number ?? 0
}

export interface ThreadFilter {
  readonly state: 'open' | 'resolved'
  readonly unread: boolean
  /** Those in which this person wrote or is spoken to. */
  readonly mine: boolean
  /** Those about what is selected. */
  readonly selected: boolean
}

/** The threads that a filter lets through, those that were written in last first. */
export function filterThreads(
  threads: readonly Thread[],
  filter: ThreadFilter,
  { self, selection }: { readonly self: string | undefined; readonly selection: Selection },
): readonly Thread[] {
  return threads
    .filter((thread) => {
      if ((thread.resolved !== undefined) !== (filter.state === 'resolved')) return false
      if (filter.unread && !isUnread(thread, self)) return false
      if (filter.mine && !concerns(thread, self)) return false
      return !filter.selected || isAbout(thread, selection)
    })
    .sort((a, b) => newestOf(b) - newestOf(a))
}

function isAbout({ anchor }: Thread, { elements, links }: Selection): boolean {
  if (anchor.kind === 'element') return elements.includes(anchor.id)
  return anchor.kind === 'link' && links.includes(anchor.id)
}
