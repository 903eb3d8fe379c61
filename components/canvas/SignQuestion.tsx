'use client'
import { useTranslations } from 'next-intl'
import { Popover } from 'radix-ui'
import { useEffect, useRef, type ReactNode } from 'react'
import type { ElementShape } from '../../lib/geometry/elementShape'
import type { LinkShape } from '../../lib/geometry/linkShape'
import { setPolarity } from '../../lib/commands/setPolarity'
import type { Polarity } from '../../lib/model/causalLink'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useLink } from '../hooks/useMap'
import { useMayEdit } from '../hooks/useMayEdit'
import { useObservable } from '../hooks/useObservable'
import { useRun } from '../hooks/useRun'
import { SignMark } from './SignMark'
import { useAnchor } from './useAnchor'
import { useSpeech } from './useSpeech'
import type { Stage } from './stage'
import { useStage } from './StageContext'

const answers = [
  { polarity: '+', key: '+', label: 'up' },
  { polarity: '-', key: '-', label: 'down' },
  { polarity: '?', key: '?', label: 'unsure' },
] as const satisfies readonly { polarity: Polarity; key: string; label: string }[]

/**
 * Asks for the sign of a new link, at its arrowhead. A question and not a wall: while a name is
 * being typed it takes no focus, and Esc leaves the sign open.
 */
export function SignQuestion({ onDone }: { readonly onDone: () => void }) {
  const signFor = useWorkspaceState((state) => state.signFor)
  const link = useLink(signFor)
  const mayEdit = useMayEdit()
  if (signFor === undefined || link?.kind !== 'causal' || !mayEdit) return null
  return <Question key={signFor} id={signFor} onDone={onDone} />
}

function inBold(words: ReactNode): ReactNode {
  return <strong>{words}</strong>
}

function Question({
  id,
  onDone,
}: {
  readonly id: NonNullable<ReturnType<typeof useLink>>['id']
  readonly onDone: () => void
}) {
  const t = useTranslations('canvas')
  const stage = useStage()
  const workspace = useWorkspace()
  const run = useRun()
  const speech = useSpeech()
  const scene = useObservable(stage.scene)
  const isNaming = useObservable(stage.draft) !== undefined
  const content = useRef<HTMLDivElement>(null)
  const shape = scene.links.get(id)
  const target = shape === undefined ? undefined : scene.elements.get(shape.to)
  const anchor = useAnchor(target?.rect)
  // Beyond the arrowhead, so that both ends stay in sight; the way of the next link stays free while it is named.
  const side = isNaming || shape === undefined ? 'bottom' : sideBeyond(shape, target, stage)

  const close = (): void => {
    workspace.update({ signFor: undefined })
    if (!isNaming) onDone()
  }
  const answer = (polarity: Polarity): void => {
    run(setPolarity, { links: [id], polarity })
    close()
  }
  // The map may be moved meanwhile; a question off the screen answers itself with "not sure".
  useEffect(() => {
    if (shape === undefined) workspace.update({ signFor: undefined })
  }, [shape, workspace])
  if (shape === undefined) return null

  const label = (end: 'from' | 'to'): string => speech.label(scene.elements.get(shape[end])?.element)
  return (
    <Popover.Root open onOpenChange={(open) => (open ? undefined : close())}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          ref={content}
          data-canvas-interface
          data-passes-keys
          side={side}
          align="center"
          sideOffset={14}
          collisionPadding={12}
          aria-label={t('sign.title')}
          className="weft-sign-question"
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            if (!isNaming) content.current?.querySelector('button')?.focus({ preventScroll: true })
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onFocusOutside={(event) => event.preventDefault()}
          onInteractOutside={(event) => {
            // Typing the next name does not answer the question; pressing on the map leaves it open.
            if (isNaming) event.preventDefault()
          }}
          onKeyDown={(event) => {
            const found = answers.find(({ key }) => key === event.key || (key === '?' && event.key === '0'))
            if (found === undefined) return
            event.preventDefault()
            event.stopPropagation()
            answer(found.polarity)
          }}
        >
          <p className="weft-sign-words">
            {t.rich('sign.question', {
              from: label('from'),
              to: label('to'),
              b: inBold,
            })}
          </p>
          <div className="weft-sign-answers">
            {answers.map(({ polarity, key, label: name }) => (
              <button key={key} type="button" className="weft-sign-answer" onClick={() => answer(polarity)}>
                <SignMark polarity={polarity} />
                {t(`sign.${name}`)}
              </button>
            ))}
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** The side of its target that a link points to; above or below it where there is no room beside it. */
function sideBeyond(
  { start, end }: LinkShape,
  target: ElementShape | undefined,
  { viewport }: Stage,
): 'top' | 'right' | 'bottom' | 'left' {
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const upright = dy > 0 ? 'bottom' : 'top'
  if (target === undefined || Math.abs(dx) <= Math.abs(dy)) return upright
  const { rect } = target
  const edge = viewport.toScreen({ x: dx > 0 ? rect.x + rect.width : rect.x, y: rect.y }).x
  const room = dx > 0 ? viewport.size().width - viewport.insets().right - edge : edge
  return room < widest ? upright : dx > 0 ? 'right' : 'left'
}

/** Pixels that the question takes beside an element. */
const widest = 370
