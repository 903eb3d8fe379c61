'use client'
import { useObservable } from '../hooks/useObservable'
import { hints } from './hints'
import { HintBubble } from './lateUi'

/** Where the tooltip of the page is drawn, whichever it is. */
export function HintPlace() {
  return useObservable(hints.shown, (hint) => hint !== undefined) ? <HintBubble /> : null
}
