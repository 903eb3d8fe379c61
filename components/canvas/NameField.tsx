'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { limits } from '../../lib/base/limits'
import { renameElement } from '../../lib/commands/renameElement'
import type { Point } from '../../lib/geometry/rect'
import type { ElementShape } from '../../lib/geometry/elementShape'
import { findNamingIntent, type NamingIntent } from '../../lib/gesture/namingKeys'
import type { Draft } from '../../lib/gesture/preview'
import type { TypedText } from '../hooks/typedTexts'
import { useObservable } from '../hooks/useObservable'
import { endNaming } from './naming'
import { useStage } from './StageContext'
import { useTypedName } from './useTypedName'

/** The label being typed, in place, in the same letters as it will be drawn. */
export function NameField({ onDone }: { readonly onDone: () => void }) {
  const stage = useStage()
  const draft = useObservable(stage.draft)
  const id = draft?.id
  const shape = useObservable(stage.scene, (scene) => (id === undefined ? undefined : scene.elements.get(id)))
  const typedName = useTypedName(stage)
  // Not even the memory of it is left to type into: what was typed is offered.
  const isGone = draft?.kind === 'rename' && shape === undefined
  useEffect(() => {
    if (!isGone) return
    const typed = typedName()
    if (typed !== undefined) stage.workspace.typed.keep(typed)
    stage.setDraft(undefined)
    onDone()
  }, [isGone, stage, onDone, typedName])
  // The door is shut in front of the whole map: what was typed goes in when it opens, or is offered.
  useEffect(
    () => () => {
      const typed = stage.editor.waits.get() === 'no' ? undefined : typedName()
      if (typed !== undefined && !endNaming(stage, typed.text, 'commit')) stage.workspace.typed.keep(typed)
    },
    [stage, typedName],
  )
  if (draft === undefined || shape === undefined) return null
  // A new element is a new field: its text is selected afresh.
  return <Field key={draft.id} draft={draft} shape={shape} onDone={onDone} typedName={typedName} />
}

interface FieldProps {
  readonly draft: Draft
  readonly shape: ElementShape
  readonly onDone: () => void
  readonly typedName: () => TypedText | undefined
}

/** Without a network, toasts stand where they always do. */
const ignore = (): void => undefined

/** Room beside the text, so that the browser does not break a line where the drawing does not. */
const slack = 6

function Field({ draft, shape, onDone, typedName }: FieldProps) {
  const stage = useStage()
  const t = useTranslations('canvas')
  const field = useRef<HTMLTextAreaElement>(null)
  const ended = useRef(false)
  /** Asked for while somebody holds the map: done once it is released, unless there is more typing. */
  const waiting = useRef<NamingIntent>(undefined)

  const isContribution = draft.kind === 'new' && draft.element === 'action'
  const hint = t(isContribution ? 'naming.weWill' : 'naming.placeholder')
  const hasRoom = !isContribution || draft.hint === hint
  useLayoutEffect(() => {
    if (!hasRoom) stage.setDraft({ ...draft, hint })
  }, [stage, draft, hasRoom, hint])

  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])

  useEffect(() => {
    const ends: (() => void)[] = []
    let isOver = false
    void import('../ui/toastRoom').then(({ keepToastsOff }) => {
      if (isOver || field.current === null) return
      const clear = keepToastsOff(field.current)
      ends.push(stage.viewport.camera.subscribe(clear.moved), stage.draft.subscribe(clear.moved), clear.end)
    }, ignore)
    return () => {
      isOver = true
      for (const stop of ends) stop()
    }
  }, [stage])

  const end = (intent: NamingIntent): void => {
    if (ended.current) return
    // The words stay where they are until changes go on; why is said.
    if (intent !== 'cancel' && !stage.mayEdit() && stage.editor.hold.get() !== undefined) {
      stage.run(renameElement, { id: draft.id, label: draft.label })
      waiting.current = intent
      return
    }
    ended.current = true
    const typed = typedName()
    const isKept = endNaming(stage, field.current?.value ?? draft.label, intent)
    if (!isKept && typed !== undefined) stage.workspace.typed.keep(typed)
    // Another field follows, or there is nothing more to type.
    if (stage.draft.get() === undefined) onDone()
  }

  const latest = useRef(end)
  useEffect(() => {
    latest.current = end
  })
  useEffect(
    () =>
      stage.editor.self.subscribe(() => {
        if (!stage.mayEdit()) return
        const intent = document.activeElement === field.current ? waiting.current : 'commit'
        if (intent !== undefined) latest.current(intent)
      }),
    [stage],
  )

  const { rect, layout, element } = shape
  const { text, lines } = layout
  const isCentred = text.anchor === 'middle'
  const isTitle = element.kind === 'frame'
  const height = Math.max(1, lines.length) * text.lineHeight
  const top = rect.y + text.baseline - text.lineHeight / 2 - text.size * 0.3635
  const left = isCentred ? rect.x + 6 : rect.x + text.x - slack / 2
  const width = isCentred ? rect.width - 12 : isTitle ? Math.max(120, rect.width) : rect.width - text.x + slack / 2
  const isLocked = draft.kind === 'rename' && element.locked === true
  return (
    <>
      {isLocked ? <LockedNote at={{ x: rect.x + rect.width / 2, y: rect.y + rect.height }} /> : null}
      <textarea
        ref={field}
        data-canvas-interface
        data-keeps-focus
        className="weft-name-field nodrag nopan nowheel"
        dir="auto"
        rows={1}
        maxLength={limits.label}
        spellCheck
        enterKeyHint="done"
        aria-label={t('naming.label', { kind: t(`kinds.${element.kind}`) })}
        placeholder={hint}
        defaultValue={draft.label}
        style={{
          transform: `translate(${left}px, ${top}px)`,
          width,
          height,
          textAlign: isCentred ? 'center' : 'start',
          fontSize: text.size,
          fontWeight: text.weight,
          lineHeight: `${text.lineHeight}px`,
        }}
        onChange={(event) => {
          waiting.current = undefined
          stage.setDraft({ ...draft, label: event.target.value })
        }}
        onBlur={() => end('commit')}
        onKeyDown={(event) => {
          event.stopPropagation()
          const intent = findNamingIntent(
            {
              key: event.key,
              code: event.code,
              shift: event.shiftKey,
              alt: event.altKey,
              command: event.ctrlKey || event.metaKey,
            },
            event.nativeEvent.isComposing,
          )
          if (intent === undefined) return
          event.preventDefault()
          end(intent)
        }}
      />
    </>
  )
}

/** Says below the name that somebody locked the element meanwhile: as large as words of the page, however far one has zoomed. */
function LockedNote({ at }: { readonly at: Point }) {
  const t = useTranslations('canvas.naming')
  const px = 1 / useObservable(useStage().viewport.zoom)
  return (
    <p
      aria-hidden
      className="pointer-events-none absolute top-0 left-0 w-max max-w-80 origin-top-left rounded-card border border-hairline bg-panel px-2 py-1 text-meta text-ink shadow-float"
      style={{ transform: `translate(${at.x}px, ${at.y + 8 * px}px) scale(${px}) translateX(-50%)` }}
    >
      {t('locked')}
    </p>
  )
}
