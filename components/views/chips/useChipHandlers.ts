import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { createObservable, type Observable } from '../../../lib/base/observable'
import type { Stakeholder } from '../../../lib/model/element'

/** What people do to chips. The same object for as long as the view is open: chips compare by it. */
export interface ChipHandlers {
  readonly press: (id: ElementId, event: PointerEvent<HTMLButtonElement>) => void
  readonly point: (id: ElementId | undefined) => void
  readonly key: (stakeholder: Stakeholder, event: KeyboardEvent) => void
  readonly select: (id: ElementId, isMore: boolean) => void
}

/** What a view does then. */
export interface ChipActs {
  readonly press: (id: ElementId, event: PointerEvent<HTMLButtonElement>) => void
  readonly moveByKey: (stakeholder: Stakeholder, event: KeyboardEvent) => void
  readonly choose: (id: ElementId, isMore: boolean) => void
  readonly wasDrag: () => boolean
}

/** Handlers that stay the same while what they do is always the latest, and who is pointed at or has the focus. */
export function useChipHandlers(acts: ChipActs): {
  readonly handlers: ChipHandlers
  readonly pointed: Observable<ElementId | undefined>
} {
  const [pointed] = useState(() => createObservable<ElementId | undefined>(undefined))
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  const handlers = useMemo(
    (): ChipHandlers => ({
      press: (id, event) => latest.current.press(id, event),
      point: (id) => pointed.set(id),
      key: (stakeholder, event) => latest.current.moveByKey(stakeholder, event),
      select: (id, isMore) => {
        if (!latest.current.wasDrag()) latest.current.choose(id, isMore)
      },
    }),
    [pointed],
  )
  return { handlers, pointed }
}
