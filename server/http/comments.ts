import {
  beginThreadRequestSchema,
  changeCommentRequestSchema,
  commentAnswerSchema,
  listCommentsAnswerSchema,
  mentionableAnswerSchema,
  readRequestSchema,
  replyRequestSchema,
  resolveRequestSchema,
  threadHeadSchema,
  type ThreadHead,
} from '../../lib/protocol/comment'
import type { MapId } from '../../lib/base/ids'
import type { MapView } from '../../lib/model/mapView'
import { anchorTarget } from '../../lib/practice/comment'
import { isWithheld } from '../../lib/practice/targetLabels'
import type { Identity } from '../access/identity'
import type { CommentRefusal } from '../meeting/comments'
import { refuse, refuseForNow } from './errors'
import { findWithheld } from './hiddenFrames'
import type { ApiParts } from './parts'
import { mapRoute, type Route } from './route'

type CommentParts = Pick<ApiParts, 'access' | 'comments' | 'protections' | 'rooms'>

/** Comments: threads about what is on the map. */
export function commentRoutes(parts: CommentParts): readonly Route[] {
  const { access, comments } = parts
  /** What was written, without the name of what it is about where that is kept from them. */
  const nameless = async <Answer extends { readonly thread: ThreadHead }>(
    answer: Answer,
    { map, identity }: { readonly map: MapId; readonly identity: Identity },
  ): Promise<Answer> => ({
    ...answer,
    thread: withoutName(answer.thread, await findWithheld(parts, map, identity.role)),
  })
  return [
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/comments',
      summary: 'All comments of this map by thread, oldest first, and how far one has read each.',
      answers: [{ status: 200, description: 'The threads', schema: listCommentsAnswerSchema }],
      async handle({ map, identity }) {
        const withheld = await findWithheld(parts, map, identity.role)
        const threads = await comments.list(map, identity)
        return Response.json({ threads: threads.map((thread) => withoutName(thread, withheld)) })
      },
    }),
    mapRoute(access, 'commenter', {
      method: 'get',
      path: '/api/maps/:id/comments/people',
      summary: 'Who can be spoken to by name in a comment: all who have joined and have not been removed.',
      answers: [{ status: 200, description: 'The people, by name', schema: mentionableAnswerSchema }],
      handle: async ({ map }) => Response.json({ people: await comments.listMentionable(map) }),
    }),
    mapRoute(access, 'commenter', {
      method: 'post',
      path: '/api/maps/:id/comments',
      summary:
        'Begin a thread about an element, a link, a loop or a place. It is stored when this answers; one that is sent twice under one id is there once.',
      body: beginThreadRequestSchema,
      answers: [{ status: 201, description: 'The thread and its comment', schema: commentAnswerSchema }],
      async handle({ map, identity, body }) {
        const begun = await comments.begin(map, identity, body)
        return begun.ok
          ? Response.json(await nameless(begun.value, { map, identity }), { status: 201 })
          : refuseComment(begun.reason)
      },
    }),
    mapRoute(access, 'commenter', {
      method: 'post',
      path: '/api/maps/:id/comments/:thread',
      summary: 'Answer in a thread that is open. It is stored when this answers.',
      body: replyRequestSchema,
      answers: [{ status: 201, description: 'The thread and the comment', schema: commentAnswerSchema }],
      async handle({ map, identity, body, parameter }) {
        const replied = await comments.reply(map, parameter('thread'), identity, body)
        return replied.ok
          ? Response.json(await nameless(replied.value, { map, identity }), { status: 201 })
          : refuseComment(replied.reason)
      },
    }),
    mapRoute(access, 'commenter', {
      method: 'patch',
      path: '/api/maps/:id/comments/:thread',
      summary: 'Resolve a thread, or open it again: whoever began it, or those who run the meeting.',
      body: resolveRequestSchema,
      answers: [{ status: 200, description: 'The thread as it is now', schema: threadHeadSchema }],
      async handle({ map, identity, body, parameter }) {
        const done = await comments.resolve(map, parameter('thread'), identity, body.resolved)
        if (!done.ok) return refuseComment(done.reason)
        return Response.json(withoutName(done.value, await findWithheld(parts, map, identity.role)))
      },
    }),
    mapRoute(access, 'commenter', {
      method: 'patch',
      path: '/api/maps/:id/comments/:thread/:comment',
      summary: 'Change one’s own words, or the mark of a contribution; marks also those who run the meeting may set.',
      body: changeCommentRequestSchema,
      answers: [{ status: 200, description: 'The thread and the comment as changed', schema: commentAnswerSchema }],
      async handle({ map, identity, body, parameter }) {
        const place = { thread: parameter('thread'), comment: parameter('comment') }
        const changed = await comments.change(map, place, identity, body)
        return changed.ok
          ? Response.json(await nameless(changed.value, { map, identity }))
          : refuseComment(changed.reason)
      },
    }),
    mapRoute(access, 'commenter', {
      method: 'delete',
      path: '/api/maps/:id/comments/:thread/:comment',
      summary: 'Delete one’s own comment, or as one who runs the meeting anybody’s. Its words are gone for good.',
      answers: [{ status: 204, description: 'It is gone' }],
      async handle({ map, identity, parameter }) {
        const place = { thread: parameter('thread'), comment: parameter('comment') }
        const removed = await comments.remove(map, place, identity)
        return removed.ok ? new Response(null, { status: 204 }) : refuseComment(removed.reason)
      },
    }),
    mapRoute(access, 'viewer', {
      method: 'put',
      path: '/api/maps/:id/read',
      summary: 'Note how far one has read threads. What was read stays read.',
      body: readRequestSchema,
      bodyBytes: 128 * 1024,
      answers: [{ status: 204, description: 'It is noted' }],
      async handle({ map, identity, body }) {
        const done = await comments.read(map, identity, body.threads)
        return done.ok ? new Response(null, { status: 204 }) : refuseComment(done.reason)
      },
    }),
  ]
}

/** A thread without the name of what it is about, where that is kept from whoever reads it. */
export function withoutName<Thread extends Pick<ThreadHead, 'anchor' | 'label'>>(
  thread: Thread,
  view: Pick<MapView, 'withheld'>,
): Thread {
  return isWithheld(view, anchorTarget(thread.anchor) ?? '') ? { ...thread, label: '' } : thread
}

function refuseComment(reason: CommentRefusal): Response {
  return reason.kind === 'too-many-requests' ? refuseForNow(reason.kind, reason.waitSeconds) : refuse(reason.kind)
}
