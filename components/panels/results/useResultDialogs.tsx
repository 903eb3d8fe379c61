'use client'
import { useState, type ReactNode } from 'react'
import type { DatedReading } from '../../../lib/analysis/results'
import type { PracticeRecord } from '../../../lib/model/practiceRecord'
import { readPractice } from '../../../lib/model/practice/practices'
import { useView } from '../../hooks/useMap'
import { ReadingDialog } from './ReadingDialog'
import type { ResultActs } from './ResultCard'
import { ResultDialog } from './ResultDialog'
import type { ResultWords } from './useResultWords'

type Asked =
  | { readonly what: 'new'; readonly measures: readonly string[] }
  | { readonly what: 'edit'; readonly id: string }
  | { readonly what: 'read'; readonly id: string; readonly reading?: DatedReading | undefined }

/** The dialogs in which results and readings are written down, and what opens them. */
export function useResultDialogs(words: ResultWords): {
  readonly acts: ResultActs & { readonly add: (measures?: readonly string[]) => void }
  readonly dialogs: ReactNode
} {
  const practices = useView((view) => view.practices)
  const [asked, setAsked] = useState<Asked>()
  const [seen, setSeen] = useState<PracticeRecord>()
  const id = asked === undefined || asked.what === 'new' ? undefined : asked.id
  const record = id === undefined ? undefined : practices.get(id)
  // The dialog of one that somebody deletes stays, with what was typed, on what it was.
  if (record !== undefined && record !== seen) setSeen(record)
  const shown = record ?? seen
  const result = id === undefined || shown === undefined ? undefined : readPractice('result', id, shown)
  const lastSeen = record === undefined ? seen : undefined
  const ask = (next: Asked | undefined): void => {
    setAsked(next)
    setSeen(undefined)
  }
  const ends = { onClose: () => ask(undefined), onReopen: () => ask(asked) }
  return {
    acts: {
      add: (measures = []) => ask({ what: 'new', measures }),
      edit: (of) => ask({ what: 'edit', id: of.id }),
      read: (of, reading) => ask({ what: 'read', id: of.id, reading }),
    },
    dialogs:
      asked === undefined ? null : asked.what === 'new' ? (
        <ResultDialog measures={asked.measures} words={words} {...ends} />
      ) : result === undefined ? null : asked.what === 'edit' ? (
        <ResultDialog {...{ result, lastSeen, words }} {...ends} />
      ) : (
        <ReadingDialog {...{ result, lastSeen, words }} reading={asked.reading} {...ends} />
      ),
  }
}
