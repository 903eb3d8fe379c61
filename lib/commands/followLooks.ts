import { isSameJson } from '../base/json'
import { followWords, type ChangedWord } from '../look/followWords'
import { fieldsOfLook, readLook } from '../look/look'
import type { RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'

/**
 * What lets saved looks ask for words under their new names: only the parts that differ, so that what others change of
 * a look at the same time is kept. To be part of the step that changes the words. Cost: linear in the looks.
 */
export function followLooks(view: Pick<MapView, 'views'>, changed: ChangedWord): readonly RecordChange[] {
  return [...view.views].flatMap(([id, record]): readonly RecordChange[] => {
    const look = readLook(record)
    const next = followWords(look, changed)
    if (next === look) return []
    const [before, after] = [fieldsOfLook(look), fieldsOfLook(next)]
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    const fields = Object.fromEntries(
      names.filter((name) => !isSameJson(before[name], after[name])).map((name) => [name, after[name]]),
    )
    return [{ kind: 'set', root: 'views', id, fields }]
  })
}
