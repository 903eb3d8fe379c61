'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { setLinkFields } from '../../lib/commands/setLinkFields'
import { setPolarity } from '../../lib/commands/setPolarity'
import { holdOf, holdWords } from '../../lib/model/hold'
import type { MapLink } from '../../lib/model/link'
import { useView } from '../hooks/useMap'
import { useRun } from '../hooks/useRun'
import { useTieName, useTieTypes } from '../hooks/useTieTypes'
import { TieTag } from '../ui/TieTag'
import { questionOf, type LinkQuestionKind } from './linkQuestion'
import { SignMark } from './SignMark'
import { useSpeech } from './useSpeech'

/** One answer to the question about a link. */
export interface LinkAnswer {
  /** Pressed, it gives the answer; some have two. */
  readonly keys: readonly string[]
  readonly label: string
  readonly icon: ReactNode
  readonly say: () => void
}

export interface LinkQuestionWords {
  readonly kind: LinkQuestionKind
  readonly title: string
  readonly words: ReactNode
  readonly answers: readonly LinkAnswer[]
}

/** Answers that have a number key. */
const mostNumbers = 9

function inBold(words: ReactNode): ReactNode {
  return <strong>{words}</strong>
}

/** What is asked of a link, in the person's language, with the answers; undefined where nothing is. */
export function useLinkAnswers(link: MapLink | undefined): LinkQuestionWords | undefined {
  const t = useTranslations('canvas.sign')
  const tHolds = useTranslations('holds')
  const run = useRun()
  const speech = useSpeech()
  const types = useTieTypes()
  const nameOf = useTieName()
  const view = useView()
  const kind = link === undefined ? undefined : questionOf(view, link.id)
  if (link === undefined || kind === undefined) return undefined
  const labelOf = (id: MapLink['from']): string => speech.label(view.elements.get(id))
  const ends = { from: labelOf(link.from), to: labelOf(link.to), b: inBold }
  const setType = (type: string) => () => void run(setLinkFields, { links: [link.id], fields: { type } })
  switch (kind) {
    case 'sign':
      return {
        kind,
        title: t('title'),
        words: t.rich('question', ends),
        answers: [
          { polarity: '+', keys: ['+'], label: 'up' } as const,
          { polarity: '-', keys: ['-'], label: 'down' } as const,
          { polarity: '?', keys: ['?', '0'], label: 'unsure' } as const,
        ].map(({ polarity, keys, label }) => ({
          keys,
          label: t(label),
          icon: <SignMark polarity={polarity} />,
          say: () => void run(setPolarity, { links: [link.id], polarity }),
        })),
      }
    case 'tie':
      return {
        kind,
        title: tHolds('question.tieTitle'),
        words: tHolds.rich('question.tie', ends),
        answers: types.offered.slice(0, mostNumbers).map((look, index) => ({
          keys: [String(index + 1)],
          label: nameOf(look.key),
          icon: <TieTag look={look} />,
          say: setType(look.key),
        })),
      }
    case 'hold': {
      const hold = holdOf(view, link)
      if (hold === undefined) return undefined
      return {
        kind,
        title: tHolds('question.title'),
        words: tHolds.rich('question.hold', {
          actor: labelOf(hold.actor),
          variable: labelOf(hold.variable),
          b: inBold,
        }),
        answers: holdWords.map((word, index) => ({
          keys: [String(index + 1)],
          label: tHolds(`words.${word}`),
          icon: null,
          say: setType(word),
        })),
      }
    }
  }
}
