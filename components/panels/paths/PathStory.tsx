'use client'
import { readArcs } from '../../../lib/analysis/arcSaying'
import { tellPath } from '../../../lib/analysis/loopStory'
import type { MapPath } from '../../../lib/analysis/pathQuestion'
import { useView } from '../../hooks/useMap'
import { Story } from '../analysis/Story'

/** A way told from cause to effect. */
export function PathStory({ path }: { readonly path: MapPath }) {
  const links = useView((view) => view.links)
  return (
    <Story
      steps={tellPath(
        { variables: path.variables, links: readArcs({ links }, path.links) },
        ({ sign }) => sign,
        ({ late }) => late,
      )}
    />
  )
}
