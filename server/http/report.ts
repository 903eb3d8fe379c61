import type { MapId } from '../../lib/base/ids'
import { isAtLeast } from '../../lib/protocol/role'
import type { MeetingRecord } from '../../lib/report/buildReport'
import { reportSchema } from '../../lib/report/report'
import { readSections, reportQuerySchema } from '../../lib/report/reportQuery'
import { nameIdentity, type Identity } from '../access/identity'
import { contentDisposition } from './contentDisposition'
import { refuse, refuseForNow } from './errors'
import { answerFile } from './exports'
import type { MapView } from '../../lib/model/mapView'
import { withoutName } from './comments'
import { findHidden, findWithheld, namelessRounds } from './hiddenFrames'
import type { StoredMoment } from './mapWork'
import type { ApiParts, Budgets } from './parts'
import { mapRoute, refuseRole, type Route } from './route'

/** The report of a meeting, in the formats that people take home. */
export function reportRoutes(parts: ApiParts, budgets: Budgets): readonly Route[] {
  const { access, clock, files } = parts
  return [
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/report',
      summary:
        'The report of the meeting: HTML, PDF, DOCX, a ZIP of CSV tables (or one by `table`), or JSON. With `names` for those who run the meeting alone.',
      query: reportQuerySchema,
      answers: [
        {
          status: 200,
          description: 'The report; as JSON it is what all other formats are made of',
          schema: reportSchema,
          types: [
            'text/html',
            'application/pdf',
            'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
            'application/zip',
            'text/csv',
          ],
        },
      ],
      async handle({ map, identity, query }) {
        if (query.names === 'true' && !isAtLeast(identity.role, 'facilitator')) {
          return refuseRole(identity.role, 'facilitator')
        }
        const owner = nameIdentity(identity)
        if (!budgets.files.take(owner)) return refuseForNow('too-many-requests', budgets.files.waitSeconds(owner))
        const hidden = await findHidden(parts, map, identity.role)
        const known = await readRecord(parts, map, identity)
        if (known === undefined) return refuse('no-such-map')
        const earlier = readSections(query).has('changes') ? await findEarlier(parts, map) : undefined
        const record = withoutNames(known, await findWithheld(parts, map, identity.role))
        const report = { query, record, madeAt: clock.now() }
        const done = await files.run(map, { kind: 'report', report, earlier, hidden }, owner)
        return answerFile(done, ({ bytes, type, title, extension }) => ({
          body: bytes,
          headers: {
            'content-type': type,
            'content-disposition': contentDisposition(title, extension),
            'cache-control': 'private, no-store',
          },
        }))
      },
    }),
  ]
}

/** The map as it was before the newest meeting on it; in the first, as it was made. */
async function findEarlier({ store }: Pick<ApiParts, 'store'>, map: MapId): Promise<StoredMoment | undefined> {
  const begun = (await store.listVersions(map)).find(({ why }) => why === 'start')
  const made = begun === undefined ? await store.findMap(map) : undefined
  const moment = begun ?? (made && { at: made.createdAt, seq: 1 })
  const stored = moment && (await store.loadDocumentAt(map, moment.seq))
  return stored && { at: moment.at, stored }
}

/** The same without the names of what is kept from whoever reads it. */
function withoutNames(record: MeetingRecord, view: Pick<MapView, 'withheld'>): MeetingRecord {
  const rounds = namelessRounds(record.rounds, view)
  return { ...record, rounds, threads: record.threads.map((thread) => withoutName(thread, view)) }
}

/** What the server knows of the meeting beside the map. */
async function readRecord(
  { store, agendas, rounds, comments }: Pick<ApiParts, 'store' | 'agendas' | 'rounds' | 'comments'>,
  map: MapId,
  identity: Identity,
): Promise<MeetingRecord | undefined> {
  const stored = await store.findMap(map)
  if (stored === undefined) return undefined
  const [participants, { agenda, held }, asked, threads] = await Promise.all([
    store.listParticipants(map),
    agendas.record(map),
    rounds.record(map),
    comments.list(map, identity),
  ])
  // One person may have come by several links from one browser; who was removed is not told of.
  const people = new Map(
    participants.flatMap(({ deviceHash, name, removedAt }) => (removedAt === undefined ? [[deviceHash, name]] : [])),
  )
  return {
    begunAt: stored.createdAt,
    changedAt: stored.changedAt,
    people: [...people.values()],
    agenda,
    held,
    rounds: asked,
    threads,
  }
}
