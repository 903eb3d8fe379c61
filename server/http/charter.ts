import { charterSchema } from '../../lib/report/charter'
import { charterQuerySchema } from '../../lib/report/charterQuery'
import { nameIdentity } from '../access/identity'
import { contentDisposition } from './contentDisposition'
import { refuseForNow } from './errors'
import { answerFile } from './exports'
import { findHidden } from './hiddenFrames'
import type { ApiParts, Budgets } from './parts'
import { mapRoute, type Route } from './route'

/** The charter of a coalition, in the forms that people take home. */
export function charterRoutes(parts: ApiParts, budgets: Budgets): readonly Route[] {
  const { access, clock, files } = parts
  return [
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/charter',
      summary: 'The charter of a coalition on one page: HTML, PDF, DOCX or JSON.',
      query: charterQuerySchema,
      answers: [
        {
          status: 200,
          description: 'The charter; as JSON it is what all other formats are made of',
          schema: charterSchema,
          types: [
            'text/html',
            'application/pdf',
            'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          ],
        },
      ],
      async handle({ map, identity, query }) {
        const owner = nameIdentity(identity)
        if (!budgets.files.take(owner)) return refuseForNow('too-many-requests', budgets.files.waitSeconds(owner))
        const hidden = await findHidden(parts, map, identity.role)
        const done = await files.run(map, { kind: 'charter', query, madeAt: clock.now(), hidden }, owner)
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
