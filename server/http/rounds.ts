import * as z from 'zod/mini'
import type { Result } from '../../lib/base/result'
import { labelReasons } from '../../lib/practice/reasonLabels'
import { labelTargets, withoutWithheld } from '../../lib/practice/targetLabels'
import { isOfElements, roundOutcomeSchema, roundSetupSchema } from '../../lib/practice/round'
import {
  answerAnswerSchema,
  joinCardsRequestSchema,
  listRoundsAnswerSchema,
  revealRequestSchema,
  roundAnswerSchema,
  roundHeadSchema,
  type RoundHead,
} from '../../lib/protocol/round'
import { renderReportTable } from '../../lib/report/renderCsv'
import { tabulateRound } from '../../lib/report/roundTable'
import type { MapId } from '../../lib/base/ids'
import { nameIdentity, type Identity } from '../access/identity'
import type { AnswerRefusal, MoveRefusal, SeenRound } from '../meeting/rounds'
import { findReportWords } from '../report/reportWords'
import { contentDisposition } from './contentDisposition'
import { refuse, spend } from './errors'
import { findWithheld } from './hiddenFrames'
import type { ApiParts, Budgets } from './parts'
import { mapRoute, type Route } from './route'

const resultQuerySchema = z.object({ lang: z.optional(z.string().check(z.maxLength(35))) })

/** Bytes of one answer: two hundred cards of some words. */
const answerBytes = 256 * 1024

/** What facilitators ask of a group: ask, answer, close, reveal. */
export function roundRoutes(
  parts: Pick<ApiParts, 'access' | 'protections' | 'rooms' | 'rounds'>,
  budgets: Budgets,
): readonly Route[] {
  const { access, rooms, rounds } = parts
  /** A round without the names of what is kept from them. */
  const nameless = async <Round extends Pick<RoundHead, 'labels'>>(
    round: Round,
    { map, identity }: { readonly map: MapId; readonly identity: Identity },
  ): Promise<Round> => ({
    ...round,
    labels: withoutWithheld(await findWithheld(parts, map, identity.role), round.labels),
  })
  return [
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/rounds',
      summary: 'Ask the group something. Everyone on the map is told; answers are nobody’s to see before the reveal.',
      body: roundSetupSchema,
      answers: [
        { status: 201, description: 'The round, open', schema: roundHeadSchema },
        {
          status: 200,
          description:
            'The round that its `step` has already, open or closed: of one step one at a time is not revealed',
          schema: roundHeadSchema,
        },
      ],
      async handle({ map, identity, body }) {
        const view = await rooms.read(map)
        if (view === undefined) return refuse('no-such-map')
        const labels = labelTargets(view, body.targets, isOfElements(body.kind) ? 'elements' : 'anything')
        if (!labels.ok) {
          const { unknown } = labels.reason
          return refuse('no-such-target', {
            message: `The round asks about “${unknown}”, which is ${isOfElements(body.kind) ? 'no element of the map' : 'not on the map'}. Leave it out, or ask about something that is there.`,
            details: { target: unknown },
          })
        }
        const { head, isNew } = await rounds.open(map, body, labels.value, identity)
        return Response.json(head, { status: isNew ? 201 : 200 })
      },
    }),
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/rounds',
      summary: 'The rounds of this map, oldest first, without their answers.',
      answers: [{ status: 200, description: 'The rounds', schema: listRoundsAnswerSchema }],
      async handle({ map, identity }) {
        const view = await findWithheld(parts, map, identity.role)
        const all = await rounds.list(map)
        return Response.json({
          rounds: all.map((round) => ({ ...round, labels: withoutWithheld(view, round.labels) })),
        })
      },
    }),
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/rounds/:round',
      summary: 'A round: while it is open, how many have answered and one’s own answer; revealed, what they came to.',
      answers: [{ status: 200, description: 'The round', schema: roundAnswerSchema }],
      async handle({ map, identity, parameter }) {
        const found = await rounds.find(map, parameter('round'), identity)
        if (!found.ok) return refuse(found.reason)
        const { round, result } = found.value
        return sendSeen({ round: await nameless(round, { map, identity }), result })
      },
    }),
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/rounds/:round/result.csv',
      summary: 'What a round came to as a table, as far as it has been shown to all.',
      query: resultQuerySchema,
      answers: [{ status: 200, description: 'The table', types: ['text/csv'] }],
      async handle({ map, identity, parameter, query }) {
        const found = await rounds.find(map, parameter('round'), identity)
        if (!found.ok) return refuse(found.reason)
        const { round, result } = found.value
        if (result === undefined) return refuse('round-not-revealed')
        const outcome = roundOutcomeSchema.parse(JSON.parse(result))
        const view = outcome.kind === 'survey' ? await rooms.read(map) : undefined
        const labels = { ...(view && labelReasons(view, outcome)), ...round.labels }
        const head = await nameless({ ...round, labels }, { map, identity })
        const table = tabulateRound({ ...head, outcome }, 'result', findReportWords(query.lang, undefined))
        return new Response(renderReportTable(table), {
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': contentDisposition(head.setup.question, 'csv'),
            'cache-control': 'private, no-store',
          },
        })
      },
    }),
    mapRoute(access, 'viewer', {
      method: 'put',
      path: '/api/maps/:id/rounds/:round/answer',
      summary:
        'Answer, in place of one’s earlier answer; an answer that says nothing takes it back. It is stored when this answers.',
      body: z.record(z.string(), z.unknown()),
      bodyBytes: answerBytes,
      answers: [{ status: 200, description: 'It is stored', schema: answerAnswerSchema }],
      async handle({ map, identity, body, parameter }) {
        const refusal = spend([[budgets.answers, nameIdentity(identity)]])
        if (refusal !== undefined) return refusal
        const done = await rounds.answer(map, parameter('round'), identity, body)
        return done.ok ? Response.json(done.value) : refuseAnswer(done.reason)
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/rounds/:round/close',
      summary: 'Take no more answers, and show none yet.',
      answers: [{ status: 200, description: 'The round, closed', schema: roundHeadSchema }],
      async handle({ map, parameter }) {
        return sendHead(await rounds.close(map, parameter('round')))
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/rounds/:round/reopen',
      summary: 'Take answers again, of a round that was closed and has not been revealed.',
      answers: [{ status: 200, description: 'The round, open', schema: roundHeadSchema }],
      async handle({ map, parameter }) {
        return sendHead(await rounds.reopen(map, parameter('round')))
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/rounds/:round/reveal',
      summary: 'Show everyone what the answers came to: all at once, or (`next`) one item more each time.',
      body: revealRequestSchema,
      answers: [{ status: 200, description: 'The round with its result', schema: roundAnswerSchema }],
      async handle({ map, identity, body, parameter }) {
        const revealed = await rounds.reveal(map, parameter('round'), body.next)
        if (!revealed.ok) return refuse(revealed.reason)
        const found = await rounds.find(map, parameter('round'), identity)
        return found.ok ? sendSeen(found.value) : refuse(found.reason)
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/rounds/:round/join',
      summary:
        'Take a revealed card for another (`into`), for everyone; without `into`, take what was joined to it apart again.',
      body: joinCardsRequestSchema,
      answers: [{ status: 200, description: 'The round with its result', schema: roundAnswerSchema }],
      async handle({ map, identity, body, parameter }) {
        const joined = await rounds.join(map, parameter('round'), body.card, body.into)
        if (!joined.ok) return refuse(joined.reason)
        const found = await rounds.find(map, parameter('round'), identity)
        return found.ok ? sendSeen(found.value) : refuse(found.reason)
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'delete',
      path: '/api/maps/:id/rounds/:round',
      summary: 'Take a round away with all that was answered.',
      answers: [{ status: 204, description: 'It is gone' }],
      async handle({ map, parameter }) {
        const removed = await rounds.remove(map, parameter('round'))
        return removed.ok ? new Response(null, { status: 204 }) : refuse(removed.reason)
      },
    }),
  ]
}

/** The result is long, the same for all and asked for by all at once: it is sent as it was written once. */
function sendHead(moved: Result<RoundHead, MoveRefusal>): Response {
  return moved.ok ? Response.json(moved.value) : refuse(moved.reason)
}

function sendSeen({ round, result }: SeenRound): Response {
  const text = JSON.stringify(round)
  const whole = result === undefined ? text : `${text.slice(0, -1)},"result":${result}}`
  return new Response(whole, { headers: { 'content-type': 'application/json' } })
}

function refuseAnswer(reason: AnswerRefusal): Response {
  if (reason.kind !== 'answer-refused') return refuse(reason.kind)
  const { problem } = reason
  return refuse('answer-refused', { message: sayProblem(problem), details: problem })
}

/** What is wrong with an answer, in one sentence: what, where, what to do. */
function sayProblem(problem: Extract<AnswerRefusal, { kind: 'answer-refused' }>['problem']): string {
  const { code, value } = problem
  const most = 'most' in problem && problem.most !== undefined ? String(problem.most) : ''
  switch (code) {
    case 'malformed':
      return `The answer is not of this round’s kind${value === '' ? '' : `: look at “${value}”`}. GET the round to see what it asks.`
    case 'no-such-target':
      return `“${value}” is not asked about in this round.`
    case 'no-such-option':
      return `“${value}” is not one of the options.`
    case 'over-budget':
      return `The answer spends ${value} dots, and there are ${most}.`
    case 'over-the-most-on-one':
      return `The answer puts ${value} dots on one target, and ${most} may be put on one.`
    case 'too-many':
      return `The answer has ${value} entries, and there may be ${most}.`
    case 'incomplete':
      return `The answer about “${value}” is not whole. Answer all that is asked about it, or leave it out.`
    case 'too-long':
      return `The answer has ${value} characters, and there may be ${most}.`
  }
}
