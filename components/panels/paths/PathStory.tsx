'use client'
import { signOf } from '../../../lib/analysis/causalGraph'
import { tellPath } from '../../../lib/analysis/loopStory'
import type { MapPath } from '../../../lib/analysis/pathQuestion'
import { useView } from '../../hooks/useMap'
import { Story } from '../analysis/Story'

/** A way told from cause to effect. */
export function PathStory({ path }: { readonly path: MapPath }) {
  const links = useView((view) => view.links)
  const found = path.links.flatMap((id) => {
    const link = links.get(id)
    return link?.kind === 'causal' ? [link] : []
  })
  return <Story steps={tellPath({ variables: path.variables, links: found }, signOf, (link) => link.delay === true)} />
}
