'use client'
import type { MapElement } from '../../lib/model/element'
import { isLinkable } from '../../lib/model/element'
import type { CausalLink, MapLink } from '../../lib/model/link'
import { useSelection, useView } from '../hooks/useMap'
import { useRefusals, type RefusalWords } from '../hooks/useRefusals'

/** What the bar and the menu have to know of the selection to offer what fits. */
export interface SelectionFacts {
  readonly elements: readonly MapElement[]
  readonly links: readonly MapLink[]
  /** The one element that is all that is selected. */
  readonly only: MapElement | undefined
  readonly canLink: boolean
  readonly allLocked: boolean
  /** Why nothing of it can be changed, moved, deleted and so on, where that is so. */
  readonly refusals: RefusalWords
  readonly causal: readonly CausalLink[]
  readonly allDelayed: boolean
  /** Nothing but variables: what the group can choose. */
  readonly canChoose: boolean
  readonly allChosen: boolean
}

export function useSelectionFacts(): SelectionFacts {
  const selection = useSelection()
  const view = useView()
  const elements = selection.elements.flatMap((id) => view.elements.get(id) ?? [])
  const links = selection.links.flatMap((id) => view.links.get(id) ?? [])
  const causal = links.filter((link): link is CausalLink => link.kind === 'causal')
  const variables = elements.filter((element) => element.kind === 'variable')
  const only = elements.length === 1 && links.length === 0 ? elements[0] : undefined
  const refusals = useRefusals(selection.elements, selection.links)
  return {
    elements,
    links,
    only,
    canLink: only !== undefined && isLinkable(only),
    allLocked: elements.length > 0 && elements.every((element) => element.locked === true),
    refusals,
    causal,
    canChoose: variables.length > 0 && variables.length === elements.length && links.length === 0,
    allChosen: variables.length > 0 && variables.every((variable) => variable.chosen === true),
    allDelayed: causal.length > 0 && causal.every((link) => link.delay === true),
  }
}
