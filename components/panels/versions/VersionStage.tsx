'use client'
import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { emptySelection } from '../../hooks/editor'
import { useEditor } from '../../hooks/EditorProvider'
import { isTyping } from '../../hooks/isTyping'
import { Button } from '../../ui/Button'
import './stage.css'

/** Keys that act on no element: what they open stands above the picture. */
const harmless: ReadonlySet<string> = new Set(['k', 'K', 'f', 'F', 'c', 'C', 'r', 'R'])

/**
 * The place of the map, for a picture of what it was. The map lies under it as it is, for everybody else; until one goes
 * back nothing here acts on it.
 */
export function VersionStage({
  note,
  onBack,
  onLeave,
  children,
}: {
  readonly note: string
  readonly onBack: () => void
  readonly onLeave: () => void
  readonly children: ReactNode
}) {
  const t = useTranslations('versions')
  const editor = useEditor()
  const [place] = useState(() => document.querySelector('main'))
  useEffect(() => {
    // Nothing that is not seen may be changed by a key, or by what floats over it.
    editor.select(emptySelection)
    const under = [...(place?.children ?? [])].filter((child) => !child.matches('[data-version-stage]'))
    for (const child of under) child.toggleAttribute('inert', true)
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event
      if (isTyping(target)) return
      const isOnPage = target === document.body || (target instanceof Element && target.closest('main') !== null)
      const isCommand = event.ctrlKey || event.metaKey
      if (event.key === 'Escape' && isOnPage) {
        event.preventDefault()
        onBack()
      }
      const isStage = target instanceof Element && target.closest('[data-version-stage]') !== null
      if (
        (isOnPage && !isStage && event.key !== 'Tab' && event.key !== 'F6') ||
        (isCommand && !harmless.has(event.key))
      ) {
        event.stopPropagation()
      }
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => {
      for (const child of under) child.toggleAttribute('inert', false)
      window.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [editor, place, onBack])
  if (place === null) return null
  return createPortal(
    <div data-version-stage="" className="absolute inset-0 z-10 bg-canvas">
      {/* Below what the meeting says at the head, however much that is: 56 px of it stand beside the islands. */}
      <div className="absolute inset-x-0 top-[max(0px,calc(var(--strips,0px)-56px))] bottom-0">
        {children}
        <div className="pointer-events-none absolute inset-x-0 top-16 flex justify-center ps-92 pe-3">
          <p className="pointer-events-auto flex items-center gap-3 rounded-panel border border-hairline bg-panel py-1.5 ps-4 pe-1.5 text-second shadow-float">
            <span role="status">{note}</span>
            <Button
              size="small"
              icon={<ArrowLeft size={16} aria-hidden className="rtl:rotate-180" />}
              onClick={onLeave}
            >
              {t('back')}
            </Button>
          </p>
        </div>
      </div>
    </div>,
    place,
  )
}
