'use client'
import { useState, type ReactNode } from 'react'
import type { DatedReading } from '../../../lib/analysis/results'
import { listPractices } from '../../../lib/model/practice/practices'
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
  const close = (): void => setAsked(undefined)
  // One that is gone meanwhile is no longer asked about.
  const result =
    asked === undefined || asked.what === 'new'
      ? undefined
      : listPractices({ practices }, 'result').find(({ id }) => id === asked.id)
  return {
    acts: {
      add: (measures = []) => setAsked({ what: 'new', measures }),
      edit: ({ id }) => setAsked({ what: 'edit', id }),
      read: ({ id }, reading) => setAsked({ what: 'read', id, reading }),
    },
    dialogs:
      asked === undefined ? null : asked.what === 'new' ? (
        <ResultDialog measures={asked.measures} words={words} onClose={close} />
      ) : result === undefined ? null : asked.what === 'edit' ? (
        <ResultDialog result={result} words={words} onClose={close} />
      ) : (
        <ReadingDialog result={result} reading={asked.reading} words={words} onClose={close} />
      ),
  }
}
