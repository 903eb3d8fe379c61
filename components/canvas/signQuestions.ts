import type { LinkId } from '../../lib/base/ids'
import type { MapView } from '../../lib/model/mapView'
import { questionOf } from './linkQuestion'
import type { Stage } from './stage'

type Asking = Pick<Stage, 'workspace' | 'editor'>

/**
 * Asks what these links are, such as for their signs, one after the other; those that say it already, of which
 * nothing is asked or that are gone are left out.
 */
export function askSigns({ workspace, editor }: Asking, links: readonly LinkId[]): void {
  const view = editor.view.get()
  const [first, ...rest] = links.filter((id) => isOpen(view, id))
  const signsLeft = first === undefined || rest.length === 0 ? undefined : { after: first, links: rest }
  workspace.update({ signFor: first, signsLeft })
}

/** The question that is open is answered, or its link is gone: the next of its chain, if there is one. */
export function askNextSign(stage: Asking): void {
  const { signFor, signsLeft } = stage.workspace.get()
  askSigns(stage, signsLeft !== undefined && signsLeft.after === signFor ? signsLeft.links : [])
}

function isOpen(view: MapView, id: LinkId): boolean {
  const link = view.links.get(id)
  if (link === undefined || link.kind === 'contribution' || questionOf(view, id) === undefined) return false
  return (link.kind === 'causal' ? link.polarity : link.type) === undefined
}
