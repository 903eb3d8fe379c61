'use client'
import { Activity } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { GoingLine } from '../../../lib/analysis/checkIns'
import type { ElementId } from '../../../lib/base/ids'
import { isLinkable } from '../../../lib/model/element'
import type { DatedPulse } from '../../../lib/practice/groupSaid'
import { HeadlineChip } from '../../meeting/results/HeadlineChip'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useElement } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { Button } from '../../ui/Button'
import { Section } from '../inspector/PanelFrame'
import { GoingTrend } from './GoingTrend'
import { GoingWords } from './GoingWords'
import { JudgeButton } from './JudgeButton'

/** How one element is going, in one line of time, and the way to say so oneself. */
export function GoingSection({
  element: id,
  line,
  pulses,
  judging,
}: {
  readonly element: ElementId
  readonly line: GoingLine | undefined
  readonly pulses: readonly DatedPulse[]
  /** Whether it can be judged from here, too. */
  readonly judging: boolean
}) {
  const t = useTranslations('going')
  const format = useFormatter()
  const editor = useEditor()
  const workspace = useWorkspace()
  const element = useElement(id)
  const mayEdit = useMayEdit()
  const maySay = mayEdit && element !== undefined && isLinkable(element)
  const latest = line?.days.at(-1)
  const at = line?.words.at(-1)?.at
  if (!maySay && latest === undefined) return null
  return (
    <Section
      title={t('title')}
      aside={
        maySay ? (
          <Button
            size="small"
            icon={<Activity size={16} aria-hidden />}
            onClick={() => {
              editor.select({ elements: [id], links: [] })
              workspace.openDialog('check-in')
            }}
          >
            {t('checkIn.button')}
          </Button>
        ) : null
      }
    >
      {line === undefined || latest === undefined || at === undefined ? (
        <p className="text-second text-muted">{t('line.none')}</p>
      ) : (
        <>
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <HeadlineChip headline={latest.says} isOne={latest.people === 1} />
            <span className="text-meta text-muted">
              {t('line.since', { day: format.dateTime(at, { dateStyle: 'medium' }), people: latest.people })}
            </span>
          </span>
          <GoingTrend words={line.words} />
          <GoingWords words={line.words} pulses={pulses} />
        </>
      )}
      {judging ? <JudgeButton element={id} /> : null}
    </Section>
  )
}
