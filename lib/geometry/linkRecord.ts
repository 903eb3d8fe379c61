import type { MapLink } from '../model/link'
import type { SignPlace } from './buildLink'
import type { Curve } from './curve'
import type { ElementShape } from './elementShape'
import type { LinkShape } from './linkShape'
import type { Point } from './rect'

/** What one link was computed from and came to, kept so that the next scene can skip it. */
export interface LinkRecord {
  readonly link: MapLink
  readonly from: ElementShape
  readonly to: ElementShape
  /** Control offset to the left of travel. */
  readonly bow: number
  /** The way as it would be if no other link ended at its elements. */
  readonly base: readonly Curve[]
  readonly tailWay: number
  readonly headWay: number
  /** Where an end has to land to make room for others; undefined where it lands by itself. */
  readonly tailPlace: Point | undefined
  readonly headPlace: Point | undefined
  readonly curves: readonly Curve[]
  readonly signPlace: SignPlace
  readonly shape: LinkShape
}
