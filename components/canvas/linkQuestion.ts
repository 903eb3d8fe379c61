import type { LinkId } from '../../lib/base/ids'
import { holdOf } from '../../lib/model/hold'
import type { MapView } from '../../lib/model/mapView'

/** What is asked of a link: the sign of a cause, the kind of a tie, what a stakeholder has to do with a variable. */
export type LinkQuestionKind = 'sign' | 'tie' | 'hold'

/** What is asked of this link when it is made or opened; undefined for links that say enough. */
export function questionOf(view: Pick<MapView, 'elements' | 'links'>, id: LinkId): LinkQuestionKind | undefined {
  const link = view.links.get(id)
  if (link === undefined) return undefined
  if (link.kind === 'causal') return 'sign'
  if (link.kind === 'tie') return 'tie'
  return holdOf(view, link) === undefined ? undefined : 'hold'
}
