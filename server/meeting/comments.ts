import type { Clock } from '../../lib/base/clock'
import { createId, type MapId } from '../../lib/base/ids'
import { limits } from '../../lib/base/limits'
import type { Random } from '../../lib/base/random'
import { fail, succeed, type Result } from '../../lib/base/result'
import type { MapView } from '../../lib/model/mapView'
import { anchorTarget, commentAnchorSchema, type CommentAnchor } from '../../lib/practice/comment'
import { labelTargets } from '../../lib/practice/targetLabels'
import {
  commentSchema,
  type BeginThreadRequest,
  type Comment,
  type CommentAnswer,
  type CommentChanges,
  type Mentionable,
  type ReplyRequest,
  type ThreadHead,
} from '../../lib/protocol/comment'
import type { RoomEvent } from '../../lib/protocol/events'
import { isAtLeast } from '../../lib/protocol/role'
import { createAllowance, type Allowance } from '../access/allowance'
import { nameIdentity, type IdentifiedPerson, type Identity } from '../access/identity'
import type { NewComment, StoredComment, StoredThread, Writer } from '../store/commentStore'
import type { MapStore } from '../store/mapStore'

/**
 * What people write about a map: threads at its elements, links, loops and places. They are read by all who may
 * look, written by those who may comment, and told to everyone who is there once they are stored.
 */
export interface Comments {
  /** All threads with their comments, oldest first, and how far this person has read each. */
  list(map: MapId, who: Identity): Promise<readonly ReadThread[]>
  begin(map: MapId, who: Identity, words: BeginThreadRequest): Promise<Result<CommentAnswer, CommentRefusal>>
  reply(map: MapId, thread: string, who: Identity, words: ReplyRequest): Promise<Result<CommentAnswer, CommentRefusal>>
  /** Changes one's own words; a mark also those who run the meeting may set. */
  change(
    map: MapId,
    place: CommentPlace,
    who: Identity,
    changes: CommentChanges,
  ): Promise<Result<CommentAnswer, CommentRefusal>>
  /** Takes the words of a comment away for good; with the last of its comments a thread goes too. */
  remove(map: MapId, place: CommentPlace, who: Identity): Promise<Result<void, CommentRefusal>>
  /** Resolves a thread, or opens it again. Doing so twice is doing so once. */
  resolve(map: MapId, thread: string, who: Identity, resolved: boolean): Promise<Result<ThreadHead, CommentRefusal>>
  /** Notes how far a person has read. */
  read(map: MapId, who: Identity, threads: Readonly<Record<string, number>>): Promise<Result<void, CommentRefusal>>
  /** Who can be spoken to by name: all who have joined and have not been removed, by name. */
  listMentionable(map: MapId): Promise<readonly Mentionable[]>
}

export interface ReadThread extends ThreadHead {
  readonly comments: readonly Comment[]
  readonly read: number
}

export interface CommentPlace {
  readonly thread: string
  readonly comment: string
}

export type CommentRefusal =
  | { readonly kind: 'name-needed' | 'no-such-map' | 'no-such-thread' | 'no-such-comment' | 'thread-resolved' }
  | { readonly kind: 'not-your-comment' | 'comments-full' | 'not-on-the-map' | 'mention-unknown' | 'comment-known' }
  | { readonly kind: 'too-many-requests'; readonly waitSeconds: number }

export interface CommentsParts {
  readonly store: MapStore
  readonly clock: Clock
  readonly random: Random
  /** The map as it is now. */
  readonly view: (map: MapId) => Promise<MapView | undefined>
  /** Tells everyone on a map. A slow reader gets the latest of each topic. */
  readonly tell: (map: MapId, topic: string, event: RoomEvent) => void
}

export function createComments({ store, clock, random, view, tell }: CommentsParts): Comments {
  const words = createAllowance({ clock, burst: 20, perSecond: 0.5 })
  const acts = createAllowance({ clock, burst: 60, perSecond: 2 })
  // Two hundred people who write at once are a full wall, and no reason to stop any of them.
  const wordsOfMap = createAllowance({ clock, burst: 300, perSecond: 10 })

  const tellComment = (thread: StoredThread, stored: StoredComment): CommentAnswer => {
    const answer = { thread: describeThread(thread), comment: describeComment(stored) }
    tell(thread.map, `comment ${stored.id}`, { kind: 'comment', ...answer })
    return answer
  }

  /** The names of those who are spoken to. */
  const findMentioned = async (map: MapId, ids: readonly string[]): Promise<readonly Writer[] | undefined> => {
    const mentioned: Writer[] = []
    for (const id of new Set(ids)) {
      const person = await store.findParticipant(id)
      if (person?.map !== map || person.removedAt !== undefined) return undefined
      mentioned.push({ id, name: person.name })
    }
    return mentioned
  }

  /** A comment that is sent twice, since its answer was lost on the way, is there once. */
  const findSent = async (map: MapId, id: string | undefined, by: IdentifiedPerson): Promise<SentBefore> => {
    const known = id === undefined ? undefined : await store.findComment(map, id)
    if (known === undefined) return undefined
    const thread = await store.findThread(map, known.thread)
    return thread === undefined || known.by.id !== by.id ? 'comment-known' : { thread, comment: known }
  }

  const write = async (
    map: MapId,
    who: Identity,
    { id, text, mark, mentions = [] }: ReplyRequest,
    keep: (comment: Omit<NewComment, 'thread'>) => Promise<Result<CommentAnswer, CommentRefusal>>,
  ): Promise<Result<CommentAnswer, CommentRefusal>> => {
    const by = who.participant
    if (by === undefined) return fail({ kind: 'name-needed' })
    const sent = await findSent(map, id, by)
    if (sent === 'comment-known') return fail({ kind: sent })
    if (sent !== undefined)
      return succeed({ thread: describeThread(sent.thread), comment: describeComment(sent.comment) })
    const refused = take(words, by.id) ?? take(wordsOfMap, map)
    if (refused !== undefined) return fail(refused)
    const mentioned = await findMentioned(map, mentions)
    if (mentioned === undefined) return fail({ kind: 'mention-unknown' })
    return keep({
      id: id ?? createId(random),
      map,
      by: { id: by.id, name: by.name, colour: by.colour },
      text,
      mark,
      mentions: mentioned,
      at: clock.now(),
    })
  }

  const find = async (
    map: MapId,
    { thread: id, comment }: CommentPlace,
  ): Promise<Result<{ thread: StoredThread; comment: StoredComment }, CommentRefusal>> => {
    const thread = await store.findThread(map, id)
    if (thread === undefined) return fail({ kind: 'no-such-thread' })
    const found = await store.findComment(map, comment)
    if (found?.thread !== id || found.deletedAt !== undefined) return fail({ kind: 'no-such-comment' })
    return succeed({ thread, comment: found })
  }

  return {
    async list(map, { participant }) {
      const [threads, comments, read] = await Promise.all([
        store.listThreads(map),
        store.listComments(map),
        participant === undefined ? undefined : store.listRead(map, participant.id),
      ])
      const byThread = new Map<string, Comment[]>(threads.map(({ id }) => [id, []]))
      for (const comment of comments) byThread.get(comment.thread)?.push(describeComment(comment))
      return threads.map((thread) => ({
        ...describeThread(thread),
        comments: byThread.get(thread.id) ?? [],
        read: read?.get(thread.id) ?? 0,
      }))
    },

    begin: async (map, who, { anchor, ...rest }) =>
      write(map, who, rest, async (comment) => {
        const seen = await view(map)
        if (seen === undefined) return fail({ kind: 'no-such-map' })
        const label = labelOf(seen, anchor)
        if (label === undefined) return fail({ kind: 'not-on-the-map' })
        const thread: StoredThread = {
          id: createId(random),
          map,
          anchor: JSON.stringify(anchor),
          label,
          createdAt: comment.at,
          by: { id: comment.by.id, name: comment.by.name },
          resolved: undefined,
        }
        const stored = await store.addThread(thread, { ...comment, thread: thread.id }, limits.commentsPerMap)
        return stored === undefined ? fail({ kind: 'comments-full' }) : succeed(tellComment(thread, stored))
      }),

    reply: async (map, id, who, given) =>
      write(map, who, given, async (comment) => {
        const before = await store.findThread(map, id)
        if (before === undefined) return fail({ kind: 'no-such-thread' })
        const seen = await view(map)
        // What is not there is still called as it was.
        const label = seen && labelOf(seen, readAnchor(before))
        const stored = await store.addReply({ ...comment, thread: id }, label, limits.commentsPerMap)
        if (typeof stored === 'string') return fail({ kind: stored === 'full' ? 'comments-full' : stored })
        return succeed(tellComment({ ...before, label: label ?? before.label }, stored))
      }),

    async change(map, place, who, { text, mark, mentions }) {
      const found = await find(map, place)
      if (!found.ok) return found
      const { thread, comment } = found.value
      const isOwn = who.participant?.id === comment.by.id
      const touchesWords = text !== undefined || mentions !== undefined
      if (!isOwn && (touchesWords || !isAtLeast(who.role, 'facilitator'))) return fail({ kind: 'not-your-comment' })
      const refused = take(touchesWords ? words : acts, nameIdentity(who))
      if (refused !== undefined) return fail(refused)
      const mentioned = mentions && (await findMentioned(map, mentions))
      if (mentions !== undefined && mentioned === undefined) return fail({ kind: 'mention-unknown' })
      const changed = await store.changeComment(map, comment.id, {
        ...(text === undefined || text === comment.text ? {} : { text, editedAt: clock.now() }),
        ...(mentioned === undefined ? {} : { mentions: mentioned }),
        ...(mark === undefined ? {} : { mark: mark ?? undefined }),
      })
      return changed === undefined ? fail({ kind: 'no-such-comment' }) : succeed(tellComment(thread, changed))
    },

    async remove(map, place, who) {
      const found = await find(map, place)
      if (!found.ok) return found
      const { thread, comment } = found.value
      if (who.participant?.id !== comment.by.id && !isAtLeast(who.role, 'facilitator'))
        return fail({ kind: 'not-your-comment' })
      const refused = take(acts, nameIdentity(who))
      if (refused !== undefined) return fail(refused)
      const changed = await store.changeComment(map, comment.id, {
        text: '',
        mark: undefined,
        mentions: [],
        deletedAt: clock.now(),
      })
      const left = (await store.listComments(map)).filter((one) => one.thread === thread.id)
      if (left.every(({ deletedAt }) => deletedAt !== undefined)) {
        await store.deleteThread(map, thread.id)
        tell(map, `thread ${thread.id}`, { kind: 'thread-removed', thread: thread.id })
      } else if (changed !== undefined) tellComment(thread, changed)
      return succeed(undefined)
    },

    async resolve(map, id, who, resolved) {
      const thread = await store.findThread(map, id)
      if (thread === undefined) return fail({ kind: 'no-such-thread' })
      if (who.participant?.id !== thread.by.id && !isAtLeast(who.role, 'facilitator'))
        return fail({ kind: 'not-your-comment' })
      const refused = take(acts, nameIdentity(who))
      if (refused !== undefined) return fail(refused)
      if ((thread.resolved !== undefined) === resolved) return succeed(describeThread(thread))
      const next = resolved ? { at: clock.now(), by: who.participant?.name ?? '' } : undefined
      await store.resolveThread(map, id, next)
      const head = describeThread({ ...thread, resolved: next })
      tell(map, `thread ${id}`, { kind: 'thread', thread: head })
      return succeed(head)
    },

    async read(map, who, threads) {
      if (who.participant === undefined) return fail({ kind: 'name-needed' })
      const refused = take(acts, nameIdentity(who))
      if (refused !== undefined) return fail(refused)
      const newest = new Map<string, number>()
      for (const { thread, number } of await store.listComments(map)) newest.set(thread, number)
      // Nobody has read what is not written yet.
      const upTo = Object.entries(threads).flatMap(([thread, number]) => {
        const last = newest.get(thread)
        return last === undefined ? [] : [[thread, Math.min(number, last)] as const]
      })
      await store.putRead(map, who.participant.id, new Map(upTo))
      return succeed(undefined)
    },

    async listMentionable(map) {
      return (await store.listParticipants(map))
        .filter(({ removedAt }) => removedAt === undefined)
        .map(({ id, name, colour }) => ({ id, name, colour }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
    },
  }
}

type SentBefore = { readonly thread: StoredThread; readonly comment: StoredComment } | 'comment-known' | undefined

function take(allowance: Allowance, name: string): Extract<CommentRefusal, { kind: 'too-many-requests' }> | undefined {
  if (allowance.take(name)) return undefined
  return { kind: 'too-many-requests', waitSeconds: allowance.waitSeconds(name) }
}

/** What an anchor's subject is called now; undefined if it is not on the map. */
function labelOf(view: MapView, anchor: CommentAnchor): string | undefined {
  const target = anchorTarget(anchor)
  if (target === undefined) return ''
  if (anchor.kind === 'element' && !view.elements.has(anchor.id)) return undefined
  if (anchor.kind === 'link' && !view.links.has(anchor.id)) return undefined
  const labels = labelTargets(view, [target])
  return labels.ok ? labels.value[target] : undefined
}

function readAnchor({ anchor }: StoredThread): CommentAnchor {
  return commentAnchorSchema.parse(JSON.parse(anchor))
}

function describeThread(thread: StoredThread): ThreadHead {
  const { id, label, createdAt, by, resolved } = thread
  return { id, anchor: readAnchor(thread), label, createdAt, by, ...(resolved === undefined ? {} : { resolved }) }
}

function describeComment({ map: _, editedAt, deletedAt, mark, ...rest }: StoredComment): Comment {
  return commentSchema.parse({
    ...rest,
    ...(mark === undefined ? {} : { mark }),
    ...(editedAt === undefined ? {} : { editedAt }),
    ...(deletedAt === undefined ? {} : { deleted: true }),
  })
}
