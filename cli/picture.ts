import { chooseShownLoops } from '../lib/analysis/shownLoops'
import { embedMapInPng } from '../lib/formats/pngMap'
import { embedMapInSvg } from '../lib/formats/svgMap'
import type { MapElement } from '../lib/model/element'
import { fromWeftMap } from '../lib/model/mapFile'
import type { MapView } from '../lib/model/mapView'
import type { WeftMap } from '../lib/model/weftMap'
import { renderMap } from '../lib/render/renderMap'
import type { PictureScope } from '../lib/render/scope'
import { outlinePainter } from '../server/picture/outlinePainter'
import { renderPng } from '../server/picture/renderPng'
import { UsageError } from './terminal'

export const pictureFormats = ['svg', 'png'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** How a picture is to look. */
export interface Look {
  readonly scale: number
  readonly background: 'white' | 'canvas' | 'transparent'
  readonly theme: 'light' | 'dark'
  /** Name or id of the only frame to draw. */
  readonly frame?: string
}

export const plainLook: Look = { scale: 1, background: 'white', theme: 'light' }

/**
 * Draws a map as a file that carries the map inside.
 * @throws UsageError if there is no such frame
 */
export async function drawPicture(map: WeftMap, format: PictureFormat, look: Look): Promise<Uint8Array | string> {
  const view = fromWeftMap(map)
  const { background, theme, scale, frame } = look
  const loops = chooseShownLoops(view)
  const options = { background, theme, loops, ...(frame === undefined ? {} : { scope: findFrame(view, frame) }) }
  // Letters as outlines, so that the picture looks the same where Inter is not installed.
  if (format === 'svg') return embedMapInSvg(renderMap(view, { ...options, painter: outlinePainter }), map)
  const png = await renderPng(view, { ...options, scale })
  const whole = embedMapInPng(png, map)
  return whole.ok ? whole.value : png
}

function findFrame(view: MapView, name: string): PictureScope {
  const frames = [...view.elements.values()].filter((element) => element.kind === 'frame')
  const isNamed = (element: MapElement): boolean => element.id === name || element.label.trim() === name.trim()
  const found = frames.find(isNamed)
  if (found !== undefined) return { kind: 'frame', id: found.id }
  const known = frames.map((frame) => `“${frame.label}”`).join(', ')
  throw new UsageError(
    `There is no frame “${name}” on the map. ${known === '' ? 'It has no frames.' : `Its frames: ${known}.`}`,
  )
}
