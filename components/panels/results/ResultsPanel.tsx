'use client'
import { Download, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import type { Result } from '../../../lib/analysis/results'
import type { ElementId } from '../../../lib/base/ids'
import { listPractices } from '../../../lib/model/practice/practices'
import { resultLevels, type ResultLevel } from '../../../lib/model/practice/result'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { Button } from '../../ui/Button'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Select } from '../../ui/Select'
import { downloadFile, fileNameOf } from '../download'
import { ResultCard } from './ResultCard'
import { ResultMultiples } from './ResultMultiples'
import { ResultTable } from './ResultTable'
import { useResultCsv } from './useResultCsv'
import { useResultDialogs } from './useResultDialogs'
import { useResultWords } from './useResultWords'

const everything = '-'
const views = ['list', 'table', 'charts'] as const

/** What people want to see change, by what it is counted, where it stands: by level, as a table, or as charts side by side. */
export function ResultsPanel({ onShow }: { readonly onShow?: (() => void) | undefined }) {
  const t = useTranslations('results')
  const editor = useEditor()
  const workspace = useWorkspace()
  const mayEdit = useMayEdit()
  const words = useResultWords()
  const practices = useView((view) => view.practices)
  const title = useView((view) => view.meta.title)
  const [view, setView] = useState<(typeof views)[number]>('list')
  const all = useMemo(() => listPractices({ practices }, 'result'), [practices])
  const isBroad = view !== 'list' && all.length > 0
  useEffect(() => {
    workspace.update({ broad: isBroad })
    return () => workspace.update({ broad: false })
  }, [workspace, isBroad])
  const [level, setLevel] = useState<ResultLevel>()
  const { acts, dialogs } = useResultDialogs(words)
  const writeCsv = useResultCsv(words)
  const shown = level === undefined ? all : all.filter((one) => one.level === level)
  const choose = (id: ElementId): void => {
    if (!editor.view.get().elements.has(id)) return
    editor.select({ elements: [id], links: [] })
    workspace.showView('map')
    workspace.get().camera?.reveal?.([id])
    onShow?.()
  }
  const save = (): void =>
    downloadFile(
      new Blob(['\uFEFF', writeCsv(shown)], { type: 'text/csv' }),
      fileNameOf(`${title} ${t('title')}`, 'csv'),
    )
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="flex flex-col gap-2 px-4 pb-3">
        {all.length === 0 ? <p className="text-body text-muted">{t('none')}</p> : null}
        {mayEdit ? (
          <Button
            variant="primary"
            className="self-start"
            icon={<Plus size={16} aria-hidden />}
            onClick={() => acts.add()}
          >
            {t('add')}
          </Button>
        ) : null}
        {all.length === 0 ? null : (
          <>
            <div className="grid grid-cols-2 gap-2">
              <SegmentedControl
                label={t('views.label')}
                value={view}
                onChange={setView}
                segments={views.map((value) => ({ value, label: t(`views.${value}`) }))}
              />
              <Select
                label={t('level.label')}
                value={level ?? everything}
                onChange={(next) => setLevel(resultLevels.find((one) => one === next))}
                options={[
                  { value: everything, label: t('level.any') },
                  ...resultLevels.map((value) => ({ value, label: t(`level.${value}`) })),
                ]}
              />
            </div>
            <p role="status" className="text-meta text-muted">
              {t('count', {
                shown: shown.length,
                all: all.length,
                late: shown.filter((one) => words.measure(one).isOverdue).length,
              })}
            </p>
          </>
        )}
      </div>
      {shown.length === 0 ? null : view === 'table' ? (
        <ResultTable results={shown} words={words} onEdit={mayEdit ? acts.edit : undefined} />
      ) : view === 'charts' ? (
        <ResultMultiples results={shown} words={words} />
      ) : (
        byLevel(shown).map(([of, results]) => (
          <section
            key={of ?? everything}
            aria-label={of === undefined ? t('level.unsaid') : t(`level.${of}`)}
            className="flex flex-col gap-4 border-t border-hairline px-4 py-3"
          >
            <h3 className="text-second font-medium text-muted">
              {of === undefined ? t('level.unsaid') : t(`level.${of}`)}
            </h3>
            {results.map((result) => (
              <ResultCard key={result.id} result={result} words={words} acts={acts} onChoose={choose} />
            ))}
          </section>
        ))
      )}
      {shown.length === 0 ? null : (
        <div className="px-4 py-3">
          <Button size="small" icon={<Download size={16} aria-hidden />} onClick={save}>
            {t('csv')}
          </Button>
        </div>
      )}
      {dialogs}
    </div>
  )
}

/** From the person to the system; those of which nobody said it come last. */
function byLevel(results: readonly Result[]): readonly (readonly [ResultLevel | undefined, readonly Result[]])[] {
  return [...resultLevels, undefined]
    .map((level) => [level, results.filter((one) => one.level === level)] as const)
    .filter(([, own]) => own.length > 0)
}
