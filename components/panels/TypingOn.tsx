'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useId, useLayoutEffect, useRef, useState } from 'react'
import { useWorkspace } from '../hooks/EditorProvider'
import { isThere, type LostField } from '../hooks/typedTexts'
import { useView } from '../hooks/useMap'
import { shortName } from '../hooks/shortName'
import { useObservable } from '../hooks/useObservable'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { inputClass } from '../ui/TextInput'
import { keepClearOfToasts, keepToastsOff } from '../ui/toastRoom'
import { islandLook } from './Island'
import { typingOnPlace } from './typingOnPlace'
import { useLockedTexts } from './useLockedTexts'

/**
 * The place of a field that was taken from under somebody's hands, such as with the element that it was of:
 * they type on in it until they press Enter, Esc or elsewhere, and no key acts on the map.
 */
export function TypingOn() {
  useLockedTexts()
  const { typed } = useWorkspace()
  const lost = useObservable(typed.lost)
  return lost === undefined ? null : <Card key={`${lost.of} ${lost.field}`} lost={lost} />
}

function Card({ lost }: { readonly lost: LostField }) {
  const t = useTranslations('losses.typingOn')
  const workspace = useWorkspace()
  const { typed } = workspace
  const { of } = lost
  const isGone = !useView(useCallback((view) => isThere(view, of), [of]))
  const id = useId()
  const card = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const caret = useRef({ start: lost.start, end: lost.end })
  const [place] = useState(() =>
    typingOnPlace(lost.box, { width: window.innerWidth, height: window.visualViewport?.height ?? window.innerHeight }),
  )
  useLayoutEffect(() => {
    box.current?.focus({ preventScroll: true })
    box.current?.setSelectionRange(caret.current.start, caret.current.end)
    if (card.current === null) return undefined
    const ends = [keepClearOfToasts(card.current), keepToastsOff(card.current).end]
    return () => {
      for (const end of ends) end?.()
    }
  }, [])
  const done = (): void => {
    workspace.get().camera?.focus?.()
    typed.endLost()
  }
  const name = shortName(lost.name, 40)
  return (
    <div
      ref={card}
      role="group"
      aria-labelledby={`${id}-title`}
      style={place}
      className={classes(islandLook, 'fixed z-40 flex animate-appear flex-col gap-2 p-3')}
      onBlur={({ currentTarget, relatedTarget }) => {
        const isInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
        // Whoever only looks at another window comes back to what they were typing.
        const isAway = currentTarget.contains(document.activeElement)
        if (!isInside && !isAway) typed.endLost()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Tab') return
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        const isKept = event.key === 'Enter' && !lost.hasLines && event.target === box.current
        if (!isKept && event.key !== 'Escape') return
        event.preventDefault()
        done()
      }}
    >
      <div>
        <p id={`${id}-title`} className="text-second font-medium wrap-anywhere">
          {isGone ? t('gone', { named: name === '' ? 'no' : 'yes', name }) : lost.field}
        </p>
        <p id={`${id}-hint`} className="text-meta text-muted">
          {t('hint')}
        </p>
      </div>
      <textarea
        ref={box}
        data-typing-on
        data-keeps-focus
        dir="auto"
        rows={lost.hasLines ? 3 : 2}
        aria-label={lost.field}
        aria-describedby={`${id}-title ${id}-hint`}
        maxLength={lost.maxLength < 0 ? undefined : lost.maxLength}
        enterKeyHint={lost.hasLines ? undefined : 'done'}
        value={lost.text}
        className={classes(inputClass, 'field-sizing-content min-h-0 shrink resize-none py-1.5')}
        onChange={(event) => typed.typeOn(event.target.value)}
      />
      <Button size="small" className="self-end" onClick={done}>
        {t('done')}
      </Button>
    </div>
  )
}
