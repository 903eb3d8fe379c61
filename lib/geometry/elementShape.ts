import type { ElementId } from '../base/ids'
import type { MapElement } from '../model/element'
import type { SectorLook } from '../model/sector'
import { frameTitleHeight, type ElementLayout } from './elementLayout'
import type { Outline } from './outline'
import type { Point, Rect } from './rect'

/** An element in its place: everything needed to draw or hit it, in canvas units. */
export interface ElementShape extends Outline {
  readonly id: ElementId
  readonly element: MapElement
  readonly centre: Point
  /** Lines, text block, tag box and discs, relative to the top-left corner of `rect`. */
  readonly layout: ElementLayout
  /** Of a stakeholder: how the map draws its sector. */
  readonly sector?: SectorLook | undefined
}

/** The rectangle of an element with what is drawn outside its border: a frame's title, an image's caption. */
export function boundsOfElement({ element, rect, layout }: ElementShape): Rect {
  if (layout.lines.length === 0) return rect
  if (element.kind === 'frame') return { ...rect, y: rect.y - frameTitleHeight, height: rect.height + frameTitleHeight }
  if (element.kind === 'image') return { ...rect, height: rect.height + 4 + layout.lines.length * 18 }
  return rect
}
