'use client'
import { Focus, Navigation, PanelTopOpen, Vote } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Step } from '../../lib/practice/agenda'
import { useView } from '../hooks/useMap'
import { Button } from '../ui/Button'
import { useStepPanelName } from './stepPanel'
import { useAgendaActs } from './useAgenda'

/** What is prepared for a step, and the way there for everyone. */
export function StepDetails({ step, isOn }: { readonly step: Step; readonly isOn: boolean }) {
  const t = useTranslations('agenda.steps')
  const tEdit = useTranslations('agenda.edit')
  const tTools = useTranslations('panels.tools')
  const tRounds = useTranslations('rounds')
  const { busy, goTo } = useAgendaActs()
  const frame = useView(({ elements }) => (step.frame === undefined ? undefined : elements.get(step.frame)))
  const { instruction, tools, round, panel } = step
  const panelName = useStepPanelName()(panel)
  const isBare =
    instruction === '' && frame === undefined && round === undefined && tools === undefined && panel === undefined
  return (
    <div className="flex flex-col gap-2 ps-8 pe-2 pt-1 pb-2.5">
      {isBare ? <p className="text-second text-muted">{t('noDetails')}</p> : null}
      {instruction === '' ? null : (
        <p className="text-second break-words whitespace-pre-line" dir="auto">
          {instruction}
        </p>
      )}
      {round === undefined ? null : (
        <Detail icon={<Vote size={14} aria-hidden />}>
          {t('round', { kind: tRounds(`kinds.${round.setup.kind}`), question: round.setup.question })}
        </Detail>
      )}
      {frame === undefined ? null : (
        <Detail icon={<Focus size={14} aria-hidden />}>
          {t('frame', { name: frame.label === '' ? tEdit('frameUnnamed') : frame.label })}
        </Detail>
      )}
      {panel === undefined ? null : (
        <Detail icon={<PanelTopOpen size={14} aria-hidden />}>
          {panelName === undefined ? t('opensUnknown') : t('opens', { name: panelName })}
        </Detail>
      )}
      {tools === undefined ? null : (
        <p className="text-meta text-muted">
          {tools.length === 0 ? t('seeNone') : t('see', { tools: tools.map((tool) => tTools(tool)).join(', ') })}
        </p>
      )}
      {isOn ? (
        <p className="text-second font-medium">{t('isHere')}</p>
      ) : (
        <span>
          <Button
            size="small"
            variant="primary"
            busy={busy}
            icon={<Navigation size={16} aria-hidden />}
            className="pointer-coarse:h-11"
            onClick={() => void goTo(step.id)}
          >
            {t('goHere')}
          </Button>
        </span>
      )}
    </div>
  )
}

function Detail({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <p className="flex gap-1.5 text-second">
      <span className="mt-0.5 shrink-0 text-muted">{icon}</span>
      <span className="min-w-0 break-words" dir="auto">
        {children}
      </span>
    </p>
  )
}
