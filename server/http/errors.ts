import type { ErrorAnswer } from '../../lib/protocol/api'
import type { Allowance } from '../access/allowance'

/**
 * Every error the API can answer: its stable code, its status and its sentence. Callers rely on the
 * codes; the sentences are for people who read logs and terminals (pages have texts of their own).
 */
export const apiErrors = {
  'bad-request': [400, 'The request is not what this address takes.'],
  'bad-json': [400, 'The body is not JSON. Send a JSON object with Content-Type: application/json.'],
  'no-key': [401, 'This needs a key: open the link you were given, or send Authorization: Bearer <key>.'],
  'key-unknown': [401, 'This key opens nothing here. Check that the link was copied whole.'],
  'key-revoked': [401, 'This link has been switched off. Ask whoever invited you for a new one.'],
  'link-ended': [401, 'This link has ended. Ask whoever invited you for a new one.'],
  'passcode-needed': [
    401,
    'This link has a passcode: POST /api/maps/:id/join with it, and go on with the cookie that the answer sets.',
  ],
  'passcode-wrong': [401, 'This is not the passcode of this link.'],
  removed: [401, 'Those who run the meeting have removed you from this map. Ask them to let you back in.'],
  'create-key-needed': [
    401,
    'Only those who know the create key may make maps here: send Authorization: Bearer <create key>.',
  ],
  'metrics-key-needed': [
    401,
    'Figures are for those who know the metrics key: send Authorization: Bearer <metrics key>. Without METRICS_KEY only this machine itself may read them.',
  ],
  'role-needed': [403, 'Your link does not allow this.'],
  'name-needed': [403, 'Only people who joined under a name can do this: POST /api/maps/:id/join first.'],
  'not-theirs': [403, 'Your role does not let you do this to this person.'],
  'not-your-comment': [403, 'Only whoever wrote this, or those who run the meeting, may do this to it.'],
  'not-your-version': [403, 'Only whoever named this version, or those who run the meeting, may name it anew.'],
  protected: [
    403,
    'Those who run the meeting have locked something that this would change, so nothing was changed. See GET /api/maps/:id/protection.',
  ],
  'not-asked': [403, 'This round asks those who may edit the map; your link lets you look on.'],
  'not-started': [403, 'The meeting has not started: wait until those who run it let people in.'],
  'foreign-origin': [403, 'A page of another site asked for this with your cookie, so it was refused.'],
  'not-found': [404, 'There is nothing at this address. The API is described at /api/openapi.json.'],
  'no-such-map': [404, 'There is no such map on this server.'],
  'no-such-link': [404, 'This map has no such link.'],
  'no-such-person': [404, 'Nobody of this id has joined the map.'],
  'no-such-thread': [404, 'This map has no such thread of comments. It may have been deleted.'],
  'no-such-comment': [404, 'This thread has no such comment. It may have been deleted.'],
  'no-such-version': [404, 'This map has no such version. It may have been deleted, or thinned out by itself.'],
  'no-such-card': [404, 'This round shows no such card any more, or nothing was joined to it.'],
  'no-such-round': [404, 'This map has no such round.'],
  'no-such-group': [404, 'There is no such group.'],
  'no-such-step': [404, 'The agenda has no such step. Look at the agenda as it is now.'],
  'no-such-view': [404, 'The map has no such view and no saved look of that name.'],
  'no-such-coalition': [404, 'This map has no such coalition. It may have been deleted.'],
  'no-such-frame': [404, 'This map has no such frame.'],
  'code-unknown': [404, 'This code leads nowhere. Codes have six characters and die after twelve hours.'],
  'method-not-allowed': [405, 'This address does not take that method.'],
  'last-owner-link': [409, 'This is the last link that owns the map. Make another one before you switch it off.'],
  'link-over': [409, 'This link was renewed or switched off. Change the one that has its place, or make a new one.'],
  'read-only': [409, 'This map was written by a newer version of Weft and can only be read here.'],
  held: [409, 'The map is held, so changes pause until it is released. Send this again then.'],
  'agenda-changed': [409, 'Somebody else has changed the agenda meanwhile. Read it anew, and change that.'],
  'breakouts-running': [409, 'Groups are working on copies of this map already. Call them back first.'],
  'no-breakouts': [409, 'No groups are working on copies of this map.'],
  'frame-hidden': [
    409,
    'This frame is hidden, so a group would not see its copy. Reveal it first, or send out another.',
  ],
  'is-a-copy': [409, 'This map is a group’s copy, and sends out no groups of its own.'],
  'no-such-timer': [409, 'No timer is set on this map. Start one first.'],
  'thread-resolved': [409, 'This thread is resolved. Whoever began it, or a facilitator, can open it again.'],
  'comments-full': [409, 'This map has as many comments as a map may have.'],
  'versions-full': [409, 'This map has as many named versions as a map may have. Delete one first.'],
  'comment-known': [409, 'There is a comment of this id already. Send another id, or none.'],
  'round-not-revealed': [409, 'The answers to this round have not been revealed yet.'],
  'round-not-open': [409, 'This round is closed, so answers are neither taken nor changed any more.'],
  'round-revealed': [409, 'This round has been revealed. Ask again in a new one.'],
  'too-many-locks': [409, 'More would be locked than a map may have locked.'],
  'too-large': [413, 'The body is too large.'],
  'wrong-type': [415, 'The body has the wrong type.'],
  'name-empty': [422, 'The name has nothing in it that can be shown.'],
  'end-passed': [422, 'This moment has passed already. Choose a later one.'],
  'answer-refused': [422, 'The answer was not taken, and an earlier one stands as it was.'],
  'no-such-target': [422, 'The round asks about something that is not on the map.'],
  'not-on-the-map': [422, 'What the comment is about is not on the map.'],
  'mention-unknown': [422, 'The comment speaks to somebody who has not joined this map.'],
  'command-refused': [422, 'A command could not be carried out, so none was.'],
  'file-unreadable': [422, 'The file could not be read as a map.'],
  'picture-too-large': [422, 'The picture would be too large. Choose a smaller scale, a frame, or SVG.'],
  'nothing-to-draw': [
    422,
    'There is nothing to draw: none of these elements is on the map, or the view shows stakeholders and there are none.',
  ],
  'no-such-table': [404, 'The report has no table of this name, or it is empty.'],
  'too-many-requests': [429, 'Too many tries. Wait a little.'],
  'too-many-passcodes': [429, 'Too many wrong passcodes. Wait a little.'],
  failed: [500, 'Something went wrong on the server. It has been logged.'],
  busy: [503, 'The server has too much to do right now. Try again in a moment.'],
} as const satisfies Record<string, readonly [number, string]>

export type ApiErrorCode = keyof typeof apiErrors

export interface Refusal {
  /** Replaces the general sentence by one that names the value at fault. */
  readonly message?: string
  readonly details?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** The answer to a request that is not carried out: one shape for every route. */
export function refuse(code: ApiErrorCode, { message, details, headers }: Refusal = {}): Response {
  const [status, sentence] = apiErrors[code]
  const answer: ErrorAnswer = {
    error: { code, message: message ?? sentence, ...(details === undefined ? {} : { details }) },
  }
  return Response.json(answer, { status, headers: { ...headers } })
}

/** Refuses for now, and says after how many seconds to try again. */
export function refuseForNow(
  code: 'too-many-requests' | 'too-many-passcodes' | 'busy',
  waitSeconds: number,
  message?: string,
): Response {
  const headers = { 'retry-after': String(waitSeconds) }
  return refuse(code, { ...(message === undefined ? {} : { message }), headers, details: { waitSeconds } })
}

/** Takes one of each budget. @returns the refusal of the first that is used up; undefined if none is */
export function spend(budgets: readonly (readonly [budget: Allowance, name: string])[]): Response | undefined {
  for (const [budget, name] of budgets) {
    if (!budget.take(name)) return refuseForNow('too-many-requests', budget.waitSeconds(name))
  }
  return undefined
}
