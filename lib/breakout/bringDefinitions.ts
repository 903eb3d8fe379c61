import type { CommandContext } from '../commands/command'
import { copyFragment } from '../commands/fragment'
import { graftDefinitions } from '../commands/graftDefinitions'
import { graftFields } from '../commands/graftFields'
import { definedBy } from '../commands/pasteFragment'
import type { RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import type { Comer } from './placeNewcomers'

/**
 * The map's own fields and sectors that new elements need and this map does not have, and what a change of theirs is
 * with these.
 */
export function bringDefinitions(
  view: MapView,
  comers: readonly Comer[],
  context: Pick<CommandContext, 'random'>,
): { readonly changes: readonly RecordChange[]; readonly follow: (change: RecordChange) => RecordChange } {
  let { meta } = view
  const changes: RecordChange[] = []
  const follows = new Map<string, (change: RecordChange) => RecordChange>()
  for (const map of new Set(comers.map((comer) => comer.map))) {
    const own = comers.filter((comer) => comer.map === map)
    const fragment = copyFragment(map, { elements: own.map(({ element }) => element.id) })
    const other = definedBy(fragment, meta)
    const [fields, definitions] = [graftFields(meta, other, context), graftDefinitions({ ...view, meta }, other)]
    const added: readonly RecordChange[] = [...definitions.changes, ...fields.changes]
    for (const change of added)
      if (change.kind === 'meta')
        meta = { ...meta, unknown: { ...meta.unknown, ...(change.fields as typeof meta.unknown) } }
    changes.push(...added)
    const follow = (change: RecordChange): RecordChange => definitions.follow(fields.follow(change))
    for (const id of [...own.map((comer) => comer.id), ...fragment.links.keys()]) follows.set(id, follow)
  }
  return {
    changes,
    follow: (change) => ('id' in change ? (follows.get(change.id)?.(change) ?? change) : change),
  }
}
