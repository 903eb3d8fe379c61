import type { Size } from '../../geometry/rect'
import type { Stakeholder } from '../../model/element'
import type { Tie } from '../../model/link'
import type { Position } from '../../model/position'
import type { MapMeta } from '../../model/meta'
import type { ElementId } from '../../base/ids'
import type { LegendEntry } from '../legendRows'
import type { SymbolContext } from '../symbol'
import type { ViewTexts } from './viewTexts'

/** What a view is drawn from. */
export interface ViewSubject {
  readonly stakeholders: readonly Stakeholder[]
  readonly ties: readonly Tie[]
  readonly meta: MapMeta
  /** Places in this view, if it has any of its own. */
  readonly positions: ReadonlyMap<ElementId, Position> | undefined
  readonly words: ViewTexts
  readonly context: SymbolContext
}

/** A view as it is drawn, with its upper left corner at 0, 0. */
export interface ViewBody extends Size {
  readonly markup: string
  /** What is explained besides sectors and stances. */
  readonly entries: readonly LegendEntry[]
  /** It can show stances: they are explained. */
  readonly hasChips: boolean
  /** Those that have no place in it. */
  readonly waiting: readonly Stakeholder[]
}
