'use client'
import { CalendarPlus, Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { toCausalGraph } from '../../../lib/analysis/causalGraph'
import { findConflicts } from '../../../lib/analysis/contributionConflicts'
import { findGaps, readContributions, stateOf } from '../../../lib/analysis/contributions'
import type { ElementId } from '../../../lib/base/ids'
import { writeCsvCells } from '../../../lib/formats/csvWriter'
import { contributionStates, type ContributionState } from '../../../lib/model/action'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Select'
import { TextInput } from '../../ui/TextInput'
import { toast } from '../../ui/toast'
import { downloadFile, fileNameOf } from '../download'
import { ConflictsSection, GapsSection } from './GapsSection'
import { LedgerRow } from './LedgerRow'
import { listLedger } from './listLedger'
import { useLedgerLight } from './useLedgerLight'
import { useLedgerWords } from './useLedgerWords'

const everything = '-'

/** Who contributes what, what for, how far it is and by when; who and what is left out, and what works against each other. */
export function ContributionsPanel({ onShow }: { readonly onShow?: (() => void) | undefined }) {
  const t = useTranslations('contributions')
  const editor = useEditor()
  const workspace = useWorkspace()
  const words = useLedgerWords()
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const title = useView((view) => view.meta.title)
  const [state, setState] = useState<ContributionState>()
  const [actor, setActor] = useState<ElementId>()
  const [text, setText] = useState('')
  const { all, conflicts, gaps } = useMemo(() => {
    const found = readContributions({ elements, links })
    return {
      all: found,
      conflicts: findConflicts(toCausalGraph({ elements, links }), found),
      gaps: findGaps({ elements, links }, found),
    }
  }, [elements, links])
  const actors = [...new Set(all.flatMap(({ by }) => by))]
  // Who does nothing of it any more is no choice any more.
  const byActor = actor !== undefined && actors.includes(actor) ? actor : undefined
  const rows = listLedger({ elements }, all, { state, actor: byActor, text })
  const undone = rows.filter((one) => stateOf(one) === 'offered' || stateOf(one) === 'under-way')
  const open = undone.filter(({ action }) => action.due !== undefined)
  const choose = (id: ElementId): void => {
    editor.select({ elements: [id], links: [] })
    workspace.showView('map')
    workspace.get().camera?.reveal?.([id])
    onShow?.()
  }
  const { isAlone, toggle } = useLedgerLight(rows, links, t('title'), onShow)
  const remind = async (): Promise<void> => {
    const entries = open.map((one) => ({
      ...{ id: `${one.action.id}@${editor.mapId}.weft`, day: one.action.due ?? '' },
      summary: words.nameOf(one.action.id),
      description: words.tell(one).join('\n'),
    }))
    try {
      const { writeCalendar } = await import('../../../lib/formats/calendarFile')
      const file = new Blob([writeCalendar(title, entries, Date.now())], { type: 'text/calendar' })
      downloadFile(file, fileNameOf(`${title} ${t('title')}`, 'ics'))
    } catch {
      toast.error(t('calendar.failed'))
    }
  }
  const save = (): void => {
    const head = (['what', 'act', 'by', 'for', 'state', 'due', 'overdue'] as const).map((name) => t(`columns.${name}`))
    const cells = rows.map((one) => [
      words.nameOf(one.action.id),
      words.sayAct(one),
      words.sayBy(one),
      words.sayAims(one),
      words.sayState(one),
      one.action.due ?? '',
      words.isLate(one) ? t('columns.yes') : '',
    ])
    const file = new Blob(['\uFEFF', writeCsvCells([head, ...cells])], { type: 'text/csv' })
    downloadFile(file, fileNameOf(`${title} ${t('title')}`, 'csv'))
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      {all.length === 0 ? (
        <p className="px-4 pb-4 text-body text-muted">{t('ledger.none')}</p>
      ) : (
        <>
          <div className="flex flex-col gap-2 px-4 pb-2">
            <TextInput
              type="search"
              aria-label={t('filter.text')}
              placeholder={t('filter.text')}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
            <div className="grid grid-cols-2 gap-2">
              <Select
                label={t('filter.state')}
                value={state ?? everything}
                onChange={(next) => setState(contributionStates.find((one) => one === next))}
                options={[
                  { value: everything, label: t('filter.anyState') },
                  ...contributionStates.map((value) => ({ value, label: t(`state.words.${value}`) })),
                ]}
              />
              <Select
                label={t('filter.actor')}
                value={byActor ?? everything}
                onChange={(next) => setActor(actors.find((one) => one === next))}
                options={[
                  { value: everything, label: t('filter.anyActor') },
                  ...actors.map((value) => ({ value, label: words.nameOf(value) })),
                ]}
              />
            </div>
            <p role="status" className="text-meta text-muted">
              {t('ledger.count', { shown: rows.length, all: all.length, late: rows.filter(words.isLate).length })}
            </p>
          </div>
          <ul aria-label={t('title')} className="flex shrink-0 flex-col px-2 pb-2">
            {rows.map((one) => (
              <LedgerRow key={one.action.id} contribution={one} words={words} onChoose={() => choose(one.action.id)} />
            ))}
          </ul>
          {rows.length === 0 ? null : (
            <div className="flex flex-wrap gap-2 px-4 pb-3">
              <Button size="small" onClick={toggle}>
                {t(isAlone ? 'ledger.showAll' : 'ledger.show')}
              </Button>
              <Button size="small" icon={<Download size={16} aria-hidden />} onClick={save}>
                {t('ledger.csv')}
              </Button>
              {open.length === 0 ? null : (
                <Button size="small" icon={<CalendarPlus size={16} aria-hidden />} onClick={() => void remind()}>
                  {t('calendar.save')}
                </Button>
              )}
              {undone.length === 0 ? null : (
                <p className="w-full text-meta text-muted">
                  {t('calendar.holds', { count: open.length, without: undone.length - open.length })}
                </p>
              )}
            </div>
          )}
          <ConflictsSection conflicts={conflicts} words={words} onChoose={choose} />
        </>
      )}
      <GapsSection gaps={gaps} hasAny={all.length > 0} words={words} onChoose={choose} />
    </div>
  )
}
