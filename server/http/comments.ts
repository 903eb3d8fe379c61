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
} from '../../lib/protocol/comment'
import type { CommentRefusal } from '../meeting/comments'
import { refuse, refuseForNow } from './errors'
import type { ApiParts } from './parts'
import { mapRoute, type Route } from './route'

/** Comments: threads about what is on the map. */
export function commentRoutes({ access, comments }: Pick<ApiParts, 'access' | 'comments'>): readonly Route[] {
  return [
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/comments',
      summary: 'All comments of this map by thread, oldest first, and how far one has read each.',
      answers: [{ status: 200, description: 'The threads', schema: listCommentsAnswerSchema }],
      handle: async ({ map, identity }) => Response.json({ threads: await comments.list(map, identity) }),
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
        return begun.ok ? Response.json(begun.value, { status: 201 }) : refuseComment(begun.reason)
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
        return replied.ok ? Response.json(replied.value, { status: 201 }) : refuseComment(replied.reason)
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
        return done.ok ? Response.json(done.value) : refuseComment(done.reason)
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
        return changed.ok ? Response.json(changed.value) : refuseComment(changed.reason)
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

function refuseComment(reason: CommentRefusal): Response {
  return reason.kind === 'too-many-requests' ? refuseForNow(reason.kind, reason.waitSeconds) : refuse(reason.kind)
}
