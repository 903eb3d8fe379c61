import { writeWeftJson } from '../../lib/formats/weftJsonWriter'
import { toWeftMap } from '../../lib/model/mapFile'
import type { MapView } from '../../lib/model/mapView'
import { downloadFile, fileNameOf } from './download'

/** Hands the whole map to the browser as a Weft file, from what this page has: it needs no server. */
export function saveCopy(view: MapView): void {
  downloadFile(
    new Blob([writeWeftJson(toWeftMap(view))], { type: 'application/json' }),
    fileNameOf(view.meta.title, 'weft.json'),
  )
}
