'use client'
import { Download, Printer } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { hasPersonalFields } from '../../../lib/model/personal'
import { listTextsIn } from '../../../lib/report/pdfLetters'
import { reportSections, type ReportSection } from '../../../lib/report/report'
import { papers, type Paper, type ReportFormat } from '../../../lib/report/reportQuery'
import { useView } from '../../hooks/useMap'
import { useRoundRights, useRounds, useSeat } from '../../hooks/useRounds'
import { FormatField } from '../../panels/FormatField'
import { LabelledRow } from '../../panels/inspector/LabelledRow'
import { Button } from '../../ui/Button'
import { buttonClass } from '../../ui/buttonClass'
import { Checkbox } from '../../ui/Checkbox'
import { Dialog } from '../../ui/Dialog'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { reportPageAddress, usualPaper, writeChoice, type ReportChoice } from './reportAddress'
import { PdfLettersNote } from './PdfLettersNote'
import { useReportFile } from './useReportFile'

const fileFormats = ['pdf', 'docx', 'html', 'csv', 'json'] as const satisfies readonly ReportFormat[]

/** The report of the meeting: what is in it, and in which form it goes home. */
export function ReportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('report')
  const locale = useLocale()
  const view = useView()
  const seat = useSeat()
  const { mayRun } = useRoundRights()
  const isPersonal = useMemo(() => hasPersonalFields(view), [view])
  const [sections, setSections] = useState<ReadonlySet<ReportSection>>(() => new Set(reportSections))
  const [names, setNames] = useState(false)
  const [personal, setPersonal] = useState(false)
  const [paper, setPaper] = useState<Paper>(() => usualPaper(locale))
  const [format, setFormat] = useState<(typeof fileFormats)[number]>('pdf')
  const choice: ReportChoice = { sections, names, personal, paper }
  const { save, busy, problem } = useReportFile(seat, view.meta.title)
  const isEmpty = sections.size === 0
  const texts = useReportTexts()

  const toggle = (section: ReportSection, isIn: boolean): void => {
    const next = new Set(sections)
    if (isIn) next.add(section)
    else next.delete(section)
    setSections(next)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title')}
      description={t('description')}
      footer={
        <>
          {isEmpty || problem !== undefined ? (
            <p role="alert" className="me-auto text-second text-danger">
              {isEmpty ? t('nothing') : problem}
            </p>
          ) : null}
          {isEmpty ? null : (
            <a href={reportPageAddress(seat.mapId, choice)} target="_blank" rel="noopener" className={buttonClass({})}>
              <Printer size={16} aria-hidden />
              {t('read')}
            </a>
          )}
          <Button
            variant="primary"
            busy={busy !== undefined}
            disabled={isEmpty}
            icon={<Download size={16} aria-hidden />}
            onClick={() => void save(writeChoice(choice), format)}
          >
            {t('save', { format: t(`formats.${format}`) })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <fieldset>
          <legend className="pb-2 text-second font-medium">{t('sections')}</legend>
          <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
            {reportSections.map((section) => (
              <Checkbox
                key={section}
                label={t(`section.${section}`)}
                checked={sections.has(section)}
                onChange={(isIn) => toggle(section, isIn)}
              />
            ))}
          </div>
        </fieldset>
        {mayRun || isPersonal ? (
          <fieldset className="flex flex-col gap-2 border-t border-hairline pt-3">
            <legend className="sr-only">{t('people')}</legend>
            {mayRun ? <Checkbox label={t('names')} hint={t('namesHint')} checked={names} onChange={setNames} /> : null}
            {isPersonal ? (
              <Checkbox label={t('personal')} hint={t('personalHint')} checked={personal} onChange={setPersonal} />
            ) : null}
          </fieldset>
        ) : null}
        <div className="grid items-start gap-4 border-t border-hairline pt-3 sm:grid-cols-2">
          <FormatField formats={fileFormats} value={format} onChange={setFormat} words={t} />
          {format === 'pdf' || format === 'docx' ? (
            <LabelledRow label={t('paper')}>
              <SegmentedControl
                label={t('paper')}
                value={paper}
                onChange={setPaper}
                segments={papers.map((value) => ({ value, label: t(`papers.${value}`) }))}
              />
            </LabelledRow>
          ) : null}
        </div>
        {format === 'pdf' ? <PdfLettersNote texts={texts} /> : null}
      </div>
    </Dialog>
  )
}

/** What of the report's words this page has: those of the map, of what practices keep, and what the group was asked. */
function useReportTexts(): readonly string[] {
  const { meta, elements, links, practices } = useView()
  const rounds = useRounds()
  return useMemo(
    () => [
      meta.title,
      meta.description,
      ...[...elements.values(), ...links.values()].flatMap(({ label = '', description }) => [label, description]),
      ...[...practices.values()].flatMap(listTextsIn),
      ...rounds.map(({ setup }) => setup.question),
    ],
    [meta, elements, links, practices, rounds],
  )
}
