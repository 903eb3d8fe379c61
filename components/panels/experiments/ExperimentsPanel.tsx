'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { listMarks } from '../../../lib/analysis/experiments'
import { readPractice, type Practice } from '../../../lib/model/practice/practices'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { ExperimentDetail } from './ExperimentDetail'
import { ExperimentList } from './ExperimentList'
import { DeletedNotice } from './DeletedNotice'
import { useExperiment } from './useMark'

/** What people try: all experiments, or one of them with its marks and what would come of it. */
export function ExperimentsPanel({ onShow }: { readonly onShow?: (() => void) | undefined }) {
  const t = useTranslations('experiments.effect')
  const workspace = useWorkspace()
  // A panel that gave way to the map comes back as it was; one that was closed begins at the list.
  const [id, setId] = useState(() => workspace.get().overlay?.experiment)
  const open = useExperiment(id)
  const record = useView(useCallback(({ practices }) => (id === undefined ? undefined : practices.get(id)), [id]))
  // What somebody else deletes while it is open is said, with the way back.
  const [seen, setSeen] = useState(record)
  if (record !== undefined && record !== seen) setSeen(record)
  const choose = useCallback((next: string | undefined): void => {
    setSeen(undefined)
    setId(next)
  }, [])
  const { view } = useEditor()
  /** Brings what is marked clear of the panels. */
  const reveal = useCallback(
    (experiment: Practice<'experiment'>): void => {
      const marked = listMarks(view.get(), experiment).flatMap(({ id, link }) =>
        link === undefined ? [id] : [link.from, link.to],
      )
      if (marked.length > 0) workspace.get().camera?.revealWhole?.(marked)
    },
    [view, workspace],
  )
  const shown = open?.id
  const name = open?.name
  // It is looked at on the map as long as it is open here: its marks, and what would come of it.
  useEffect(() => {
    const { overlay } = workspace.get()
    if (shown !== undefined && name !== undefined) {
      const elements = overlay?.experiment === shown ? overlay.elements : new Map()
      workspace.update({ overlay: { name: t('onMap', { name }), elements, experiment: shown } })
    } else if (overlay?.experiment !== undefined) workspace.update({ overlay: undefined })
  }, [workspace, shown, name, t])
  const isBeside = onShow === undefined
  useEffect(() => {
    const record = shown === undefined ? undefined : view.get().practices.get(shown)
    const read = record === undefined || shown === undefined ? undefined : readPractice('experiment', shown, record)
    if (isBeside && read !== undefined) reveal(read)
  }, [view, shown, isBeside, reveal])
  useEffect(
    () => () => {
      const { panel, overlay } = workspace.get()
      // On a phone the map comes in front of the panel, and keeps what is shown.
      if (panel !== undefined && panel !== 'experiments' && overlay?.experiment !== undefined) {
        workspace.update({ overlay: undefined })
      }
    },
    [workspace],
  )
  // Closed the usual way, the panel would take along what it shows.
  const toMap =
    onShow === undefined
      ? undefined
      : (): void => {
          workspace.showView('map')
          workspace.update({ panel: undefined })
          if (open !== undefined) reveal(open)
        }
  const isGone = id !== undefined && record === undefined && seen !== undefined
  return open === undefined ? (
    <>
      {isGone ? <DeletedNotice id={id} lastSeen={seen} /> : null}
      <ExperimentList onOpen={choose} />
    </>
  ) : (
    <ExperimentDetail key={open.id} experiment={open} onBack={() => choose(undefined)} onShow={toMap} />
  )
}
