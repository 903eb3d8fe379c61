'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useApiProblem } from '../../hooks/useApiProblem'
import { useVersions } from './useVersions'
import { VersionList } from './VersionList'
import { VersionView } from './VersionView'

/** What the map was: the list of versions, or one of them, drawn in the place of the map. */
export function VersionsPanel() {
  const t = useTranslations('versions')
  const say = useApiProblem()
  const book = useVersions()
  const [chosen, setChosen] = useState<string>()
  const list = useRef<HTMLDivElement>(null)
  const left = useRef<string>(undefined)
  useEffect(() => {
    // Back from one: the keyboard goes on where it was in the list.
    if (chosen === undefined && left.current !== undefined) {
      list.current?.querySelector<HTMLElement>(`[data-version="${left.current}"]`)?.focus()
    }
    left.current = chosen
  }, [chosen])
  const { versions, problem } = book
  if (versions === undefined) {
    return (
      <p role="status" className="px-4 pb-4 text-body text-muted">
        {problem === undefined ? t('loading') : say(problem)}
      </p>
    )
  }
  const version = versions.find(({ id }) => id === chosen)
  if (chosen !== undefined && version !== undefined) {
    return (
      <VersionView
        key={chosen}
        version={version}
        onBack={() => setChosen(undefined)}
        onNamed={book.take}
        onDeleted={() => {
          setChosen(undefined)
          book.forget(chosen)
        }}
        onKept={book.take}
      />
    )
  }
  return (
    <div ref={list} className="flex min-h-0 flex-1 flex-col">
      {chosen === undefined ? null : (
        <p role="status" className="px-4 pb-2 text-second text-muted">
          {t('gone')}
        </p>
      )}
      <VersionList book={book} versions={versions} onChoose={setChosen} />
    </div>
  )
}
