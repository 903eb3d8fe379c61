'use client'
import { useState } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { isLinkable } from '../../../lib/model/element'
import { useEditor } from '../../hooks/EditorProvider'
import { useElement, useSelection } from '../../hooks/useMap'

export type SlotName = 'from' | 'to'

export interface Slots {
  readonly from: ElementId | undefined
  readonly to: ElementId | undefined
  /** Where what is selected on the map next goes. */
  readonly waiting: SlotName
}

/**
 * The variables of a question. What is selected on the map goes to the slot that waits for it; once
 * the first is filled, the second waits, and goes on waiting, so that one goal after the other can be
 * tried.
 * @param only the question has just this slot
 */
export function useSlots(only?: SlotName): {
  readonly slots: Slots
  readonly wait: (slot: SlotName) => void
  readonly fill: (slot: SlotName, id: ElementId) => void
  readonly swap: () => void
} {
  const editor = useEditor()
  const selection = useSelection()
  const chosen = (): readonly ElementId[] =>
    selection.elements.filter((id) => {
      const element = editor.view.get().elements.get(id)
      return element !== undefined && isLinkable(element)
    })
  const [seen, setSeen] = useState(selection)
  const [slots, setSlots] = useState<Slots>(() => {
    const [from, to] = chosen()
    return { from, to, waiting: from === undefined ? 'from' : 'to' }
  })
  const fill = (slot: SlotName, id: ElementId): void => {
    setSlots({ ...slots, [slot]: id, waiting: 'to' })
  }
  if (seen !== selection) {
    setSeen(selection)
    const [one, other] = chosen()
    if (one !== undefined && other === undefined && slots.from !== one) fill(only ?? slots.waiting, one)
  }
  // What has been deleted since is no part of the question.
  const from = useElement(slots.from)?.id
  const to = useElement(slots.to)?.id
  return {
    slots: { from, to, waiting: slots.waiting },
    wait: (waiting) => setSlots({ ...slots, waiting }),
    fill,
    swap: () => setSlots({ ...slots, from: slots.to, to: slots.from }),
  }
}
