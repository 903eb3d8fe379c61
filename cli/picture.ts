import { embedMapInPng } from '../lib/formats/pngMap'
import { embedMapInSvg } from '../lib/formats/svgMap'
import type { MapElement } from '../lib/model/element'
import { fromWeftMap, toWeftMap } from '../lib/model/mapFile'
import type { MapView } from '../lib/model/mapView'
import { leavePersonalOut } from '../lib/model/personal'
import type { WeftMap } from '../lib/model/weftMap'
import type { PictureScope } from '../lib/render/scope'
import { picturedViews } from '../lib/render/views/viewTexts'
import { drawWanted, findWanted } from '../server/picture/drawWanted'
import { toPng } from '../server/picture/renderPng'
import { sayDate } from '../server/picture/sayDate'
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
  /** A view of the stakeholders, or the name or id of a saved look. */
  readonly view?: string
  /** With stance and influence of stakeholders; unless told none is drawn, but the map inside is whole. */
  readonly personal?: boolean
}

export const plainLook: Look = { scale: 1, background: 'white', theme: 'light' }

/**
 * Draws a map, or a view of it, as a file that carries the map inside.
 * @param now when that is, in milliseconds
 * @throws UsageError if there is no such frame or view, or nobody to show in it
 */
export async function drawPicture(
  map: WeftMap,
  format: PictureFormat,
  look: Look,
  now: number,
): Promise<Uint8Array | string> {
  const view = fromWeftMap(map)
  const { background, theme, scale, frame } = look
  const wanted = findWanted(view, look.view ?? 'map')
  if (wanted === undefined) throw new UsageError(describeViews(view, look.view ?? ''))
  const picture = drawWanted(view, wanted, {
    background,
    theme,
    personal: look.personal ?? false,
    date: sayDate(now),
    ...(frame === undefined ? {} : { scope: findFrame(view, frame) }),
  })
  if (picture === undefined) {
    throw new UsageError(`There is no stakeholder on the map, so there is nothing to draw as “${look.view ?? ''}”.`)
  }
  const inside = look.personal === false ? toWeftMap(leavePersonalOut(view)) : map
  if (format === 'svg') return embedMapInSvg(picture.svg, inside)
  const png = await toPng(picture, scale)
  const whole = embedMapInPng(png, inside)
  return whole.ok ? whole.value : png
}

function describeViews({ views }: MapView, name: string): string {
  const known = [...views.values()].map((look) => `“${look.name}”`).join(', ')
  const looks = known === '' ? 'The map has no saved looks.' : `Its saved looks: ${known}.`
  return `There is no view “${name}” and no saved look of that name. Views: map, ${picturedViews.join(', ')}. ${looks}`
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
