'use client'
import { Popover } from 'radix-ui'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef } from 'react'
import type { LinkId } from '../../lib/base/ids'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useLink } from '../hooks/useMap'
import { useMayEdit } from '../hooks/useMayEdit'
import { useObservable } from '../hooks/useObservable'
import { nextAnswer } from './nextAnswer'
import { askNextSign } from './signQuestions'
import { useLinkAnswers, type LinkQuestionWords } from './useLinkAnswers'
import { useStage } from './StageContext'
import { useQuestionPlace } from './useQuestionPlace'

/**
 * Asks what a new link is, at its arrowhead: for the sign of a cause, the kind of a tie, what a stakeholder has to do
 * with a variable. A question and not a wall: while a name is being typed it takes no focus, and Esc, a press elsewhere
 * or a button leave it open.
 */
export function SignQuestion({ onDone }: { readonly onDone: () => void }) {
  const signFor = useWorkspaceState((state) => state.signFor)
  const link = useLink(signFor)
  const mayEdit = useMayEdit()
  const question = useLinkAnswers(link)
  const isNaming = useObservable(useStage().draft) !== undefined
  if (signFor === undefined || question === undefined || !mayEdit) return null
  // Asked beside a name that is being typed, it takes the keyboard once that is over.
  return (
    <Question key={`${signFor} ${isNaming}`} id={signFor} question={question} isNaming={isNaming} onDone={onDone} />
  )
}

interface QuestionProps {
  readonly id: LinkId
  readonly question: LinkQuestionWords
  readonly isNaming: boolean
  readonly onDone: () => void
}

function Question({ id, question: { kind, title, words, answers }, isNaming, onDone }: QuestionProps) {
  const stage = useStage()
  const workspace = useWorkspace()
  const scene = useObservable(stage.scene)
  const content = useRef<HTMLDivElement>(null)
  const shape = scene.links.get(id)
  const t = useTranslations('holds.question')
  const { anchor, measure } = useQuestionPlace(shape, isNaming)
  const box = useCallback(
    (element: HTMLDivElement | null) => {
      content.current = element
      return measure(element)
    },
    [measure],
  )

  /** No answer: nor is there to one of the questions that would follow. */
  const close = (): void => {
    workspace.update({ signFor: undefined, signsLeft: undefined })
    if (!isNaming) onDone()
  }
  const answer = (say: () => void): void => {
    say()
    askNextSign(stage)
    if (!isNaming && workspace.get().signFor === undefined) onDone()
  }
  // What it is about comes into sight: one of a chain may lie behind.
  useEffect(() => {
    if (!isNaming) workspace.get().camera?.reveal?.([id])
  }, [id, isNaming, workspace])
  useEffect(() => {
    if (shape === undefined) askNextSign(stage)
  }, [shape, stage])
  if (shape === undefined) return null

  return (
    <Popover.Root open onOpenChange={(open) => (open ? undefined : close())}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          ref={box}
          data-canvas-interface
          data-passes-keys
          side="bottom"
          align="start"
          avoidCollisions={false}
          aria-label={title}
          data-asks={kind}
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
            if (event.ctrlKey || event.metaKey || event.altKey) return
            const stops = [...event.currentTarget.querySelectorAll('button')]
            const here = stops.findIndex((stop) => stop === event.target)
            const next = stops[nextAnswer(event.key, here, answers.length, kind === 'sign' ? 3 : 2) ?? -1]
            if (next !== undefined) {
              event.preventDefault()
              event.stopPropagation()
              next.focus({ preventScroll: true })
              return
            }
            const found = answers.find(({ keys }) => keys.includes(event.key))
            if (found === undefined) return
            event.preventDefault()
            event.stopPropagation()
            answer(found.say)
          }}
        >
          <p className="weft-sign-words">{words}</p>
          <div className="weft-sign-answers">
            {answers.map(({ keys, label, icon, say }) => (
              <button key={label} type="button" className="weft-sign-answer" onClick={() => answer(say)}>
                {icon}
                {label}
                {kind === 'sign' ? null : (
                  <span aria-hidden className="weft-sign-key">
                    {keys[0]}
                  </span>
                )}
              </button>
            ))}
          </div>
          {/* Of a sign, "not sure" says as much. */}
          {kind === 'sign' ? null : (
            <button type="button" className="weft-sign-later" onClick={close}>
              {t('later')}
            </button>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
