'use client'
import { Download, Printer } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { Coalition, CoalitionMember } from '../../../lib/analysis/coalition'
import { hasPersonalFields } from '../../../lib/model/personal'
import { buildCharter } from '../../../lib/report/charter'
import { isSureOfOnePage } from '../../../lib/report/charterLength'
import { listTextsIn } from '../../../lib/report/pdfLetters'
import { useView } from '../../hooks/useMap'
import { useSeat } from '../../hooks/useRounds'
import { PdfLettersNote } from '../../meeting/report/PdfLettersNote'
import { charterPageAddress, usualPaper } from '../../meeting/report/reportAddress'
import { useReportFile } from '../../meeting/report/useReportFile'
import { Button } from '../../ui/Button'
import { buttonClass } from '../../ui/buttonClass'
import { Checkbox } from '../../ui/Checkbox'

const formats = ['pdf', 'docx'] as const

/** The charter to read, to print and to save; what is personal only where it is ticked. */
export function CharterFiles({
  coalition,
  members,
}: {
  readonly coalition: Coalition
  readonly members: readonly CoalitionMember[]
}) {
  const t = useTranslations('coalition.charter')
  const tReport = useTranslations('report')
  const locale = useLocale()
  const seat = useSeat()
  const view = useView()
  const isPersonal = useMemo(() => hasPersonalFields(view), [view])
  const [personal, setPersonal] = useState(false)
  const withPersonal = personal && isPersonal
  const texts = useMemo(
    () => listTextsIn(buildCharter(view, coalition.id, { personal: withPersonal, madeAt: 0 })),
    [view, coalition.id, withPersonal],
  )
  const { save, busy, problem } = useReportFile(seat, coalition.name, 'charter')
  const paper = usualPaper(locale)
  const choice = new URLSearchParams({
    coalition: coalition.id,
    ...(withPersonal ? { personal: 'true' } : {}),
    ...(paper === 'a4' ? {} : { paper }),
  })
  return (
    <section className="-mx-4 flex flex-col gap-2.5 border-t border-hairline px-4 pt-3">
      <h3 className="text-body font-semibold">{t('title')}</h3>
      <p className="text-second text-muted">{t('about')}</p>
      {isPersonal ? (
        <Checkbox label={t('personal')} hint={t('personalHint')} checked={personal} onChange={setPersonal} />
      ) : null}
      {isSureOfOnePage(members, withPersonal) ? null : (
        <p role="status" className="text-second text-muted">
          {t('long')}
        </p>
      )}
      <PdfLettersNote texts={texts} />
      <div className="flex flex-wrap gap-2">
        <a
          href={charterPageAddress(seat.mapId, choice)}
          target="_blank"
          rel="noreferrer"
          className={buttonClass({ size: 'small', variant: 'primary' })}
        >
          <Printer size={16} aria-hidden />
          {t('print')}
        </a>
        {formats.map((format) => (
          <Button
            key={format}
            size="small"
            busy={busy === format}
            icon={<Download size={16} aria-hidden />}
            aria-label={t('save', { format: tReport(`formats.${format}`) })}
            onClick={() => void save(choice, format)}
          >
            {tReport(`formats.${format}`)}
          </Button>
        ))}
      </div>
      {problem === undefined ? null : (
        <p role="alert" className="text-second text-danger">
          {problem}
        </p>
      )}
    </section>
  )
}
