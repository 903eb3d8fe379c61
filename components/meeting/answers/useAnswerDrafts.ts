'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef } from 'react'
import { listAnswerLines } from '../../../lib/practice/round'
import type { AnswerWords } from '../../../lib/practice/roundKind'
import type { RoundHead } from '../../../lib/protocol/round'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import type { TypedText } from '../../hooks/typedTexts'
import { useObservable } from '../../hooks/useObservable'
import { useSeat } from '../../hooks/useRounds'
import { copyText } from '../../panels/share/copyText'
import { toast } from '../../ui/toast'
import { createAnswerDrafts, type AnswerDraft, type AnswerDrafts } from './answerDrafts'
import { targetName } from './targetName'
import { useTargetName } from './useTargetName'

const opened = new Map<string, AnswerDrafts>()

/** What this person is answering, whichever part of the page asks. */
export function useAnswerDrafts(): AnswerDrafts {
  const { participant = '' } = useSeat()
  const known = opened.get(participant)
  if (known !== undefined) return known
  const drafts = createAnswerDrafts(participant, () => localStorage)
  opened.set(participant, drafts)
  return drafts
}

/** What is given for a round and not sent yet, if there is anything. */
export function useAnswerDraft(round: string): AnswerDraft | undefined {
  return useObservable(useAnswerDrafts(), (drafts) => drafts.get(round))
}

/** What a draft says, a line each, half a card included. */
export function draftLines(
  { setup }: Pick<RoundHead, 'setup'>,
  { answer, typing }: AnswerDraft,
  words: AnswerWords,
): readonly string[] {
  const lines = answer === undefined ? [] : listAnswerLines(setup, answer, words)
  return typing.trim() === '' ? lines : [...lines, typing.trim()]
}

/** What is needed to tell an answer to this round in words. */
export function useAnswerWords(round: RoundHead): AnswerWords {
  const t = useTranslations('rounds')
  const nameOf = useTargetName(round)
  return useMemo(() => ({ nameOf, say: (key, values) => t(key as never, values as never) }), [t, nameOf])
}

/** Has what is not sent yet offered if the map closes or the round is deleted, the form open or not. */
export function useOfferedDrafts(rounds: readonly RoundHead[]): void {
  const t = useTranslations('rounds.unsent')
  const tRounds = useTranslations('rounds')
  const tLosses = useTranslations('losses')
  const editor = useEditor()
  const { typed } = useWorkspace()
  const drafts = useAnswerDrafts()
  const before = useRef<readonly RoundHead[]>([])
  useEffect(() => {
    const read = (round: RoundHead): TypedText | undefined => {
      const draft = drafts.get().get(round.id)
      if (draft === undefined) return undefined
      const lines = draftLines(round, draft, {
        nameOf: (target) => targetName(editor.view.get(), round.labels, target),
        say: (key, values) => tRounds(key as never, values as never),
      })
      return { field: round.setup.question, text: lines.join('\n'), isApart: true }
    }
    const copy = async (text: string): Promise<void> => {
      toast(tLosses((await copyText(text)) ? 'copied' : 'notCopied'))
    }
    for (const gone of before.current) {
      if (rounds.some(({ id }) => id === gone.id)) continue
      const { field, text } = read(gone) ?? { field: '', text: '' }
      drafts.drop(gone.id)
      if (text.trim() === '') continue
      const action = { label: tLosses('copy'), onClick: () => void copy(text) }
      toast(t('removed', { question: field }), { stays: true, action })
    }
    before.current = rounds
    const ends = rounds.map((round) => typed.follow(() => read(round)))
    return () => {
      for (const end of ends) end()
    }
  }, [editor, typed, drafts, rounds, t, tRounds, tLosses])
}
