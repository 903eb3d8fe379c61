import { chooseShownLoops } from '../../lib/analysis/shownLoops'
import { applyLook } from '../../lib/look/applyLook'
import { readLook, type Look } from '../../lib/look/look'
import { legendOfLook } from '../../lib/look/lookLegend'
import { measureForLook } from '../../lib/look/measureForLook'
import { openLook } from '../../lib/look/openLook'
import { narrowToActors } from '../../lib/look/seenActors'
import { labelKey } from '../../lib/model/label'
import type { MapView } from '../../lib/model/mapView'
import { leavePersonalOut } from '../../lib/model/personal'
import { drawMap, type PictureOptions } from '../../lib/render/renderMap'
import type { PictureScope } from '../../lib/render/scope'
import { scopeView } from '../../lib/render/scopeView'
import type { Picture } from '../../lib/render/svgPage'
import { drawView } from '../../lib/render/views/drawView'
import { picturedViews, type PicturedView } from '../../lib/render/views/viewTexts'
import { englishLookWords } from './lookWords'
import { outlinePainter } from './outlinePainter'
import { englishResultMarks } from './resultWords'

/** What a picture is asked to show: the map or a view of its stakeholders, as a saved look has it. */
export interface Wanted {
  readonly view: 'map' | PicturedView
  readonly look?: Look
}

/** The view of a name: one of Weft's, or else the saved look of this id or name, whatever its capitals. Undefined for none. */
export function findWanted(map: Pick<MapView, 'views'>, name: string): Wanted | undefined {
  if (name === 'map') return { view: 'map' }
  const view = picturedViews.find((known) => known === name)
  if (view !== undefined) return { view }
  const wanted = labelKey(name)
  const record = map.views.get(name) ?? [...map.views.values()].find((one) => labelKey(one.name) === wanted)
  if (record === undefined) return undefined
  const look = readLook(record)
  return { look, view: picturedViews.find((known) => known === look.shown) ?? 'map' }
}

export interface WantedOptions extends Pick<PictureOptions, 'background' | 'theme'> {
  readonly scope?: PictureScope
  /** With stance and influence, and what else is personal where a look says it. */
  readonly personal: boolean
  /** When it is drawn, as it is to be read. */
  readonly date?: string
}

/**
 * Draws what was wanted, with letters as outlines: it looks the same where Inter is not installed. A view or a look
 * has its heading and its legend. Undefined for a view of stakeholders where there are none. Cost: that of `drawMap`
 * or `drawView`, and of the measures that a look names.
 */
export function drawWanted(
  map: MapView,
  { view, look: saved }: Wanted,
  { personal, scope = { kind: 'all' }, date, ...options }: WantedOptions,
): Picture | undefined {
  // Power and interest are what the grid shows; nothing else of what is personal goes with it unasked.
  const open = personal ? map : leavePersonalOut(map, view === 'grid' ? ['power', 'interest'] : [])
  const words = englishLookWords(map)
  const { look, leftOut } = saved === undefined || personal ? { look: saved, leftOut: [] } : openLook(saved, map)
  const see = (part: MapView) =>
    look === undefined ? undefined : applyLook(part, { look, words, measures: measureForLook(open, look) })
  const drawn = { ...options, stance: personal, painter: outlinePainter, title: true, legend: true }
  if (view !== 'map') {
    const part = scopeView(open, scope)
    const actors = narrowToActors(part, look, see(part))
    return actors.elements.size === 0
      ? undefined
      : drawView(actors, { ...drawn, view, ...(date === undefined ? {} : { date }) })
  }
  const seen = see(open)
  const results = englishResultMarks(map)
  if (seen === undefined) {
    return drawMap(open, { ...drawn, scope, results, title: false, legend: false, loops: chooseShownLoops(open) })
  }
  const lookLegend = legendOfLook(seen, words, leftOut)
  return drawMap(seen.view, { ...drawn, scope, results, lookLegend, loops: chooseShownLoops(seen.view) })
}
