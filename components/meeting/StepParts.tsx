'use client'
import {
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  Eye,
  Flag,
  FileText,
  Focus,
  Repeat2,
  Timer as TimerIcon,
  Vote,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ElementId } from '../../lib/base/ids'
import type { Step } from '../../lib/practice/agenda'
import { useApiProblem } from '../hooks/useApiProblem'
import { useEditor, useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useView } from '../hooks/useMap'
import { useRoundRights, useRounds, useSeat } from '../hooks/useRounds'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { toast } from '../ui/toast'
import { toRoundSetup } from './openStepRound'
import { useHide } from './protection/useHide'
import { roundsApi } from './roundsApi'
import { StepPanelOffer } from './StepPanelOffer'
import { useKindWords } from './useKindWords'
import { useAgendaActs, type CurrentStep } from './useAgenda'
import { useTimer, useTimerAct } from './useTimer'

/** "2 of 8 · Link the factors", with the way on and back for those who run the meeting. */
export function StepLine({
  current: { step, index, steps },
  isOpen,
  onOpen,
}: {
  readonly current: CurrentStep
  readonly isOpen: boolean
  readonly onOpen: (open: boolean) => void
}) {
  const t = useTranslations('agenda.steps')
  const { mayRun } = useRoundRights()
  const { goTo } = useAgendaActs()
  const before = steps[index - 1]
  const next = steps[index + 1]
  return (
    <span className="flex min-w-0 items-center gap-0.5">
      {mayRun ? (
        <IconButton
          label={t('previous')}
          size="small"
          disabled={before === undefined}
          onClick={() => void goTo(before?.id ?? null)}
        >
          <ChevronLeft size={18} aria-hidden className="rtl:-scale-x-100" />
        </IconButton>
      ) : null}
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => onOpen(!isOpen)}
        className="flex min-h-9 min-w-0 items-center gap-2 rounded-button px-2 text-start hover:bg-hover pointer-coarse:min-h-11"
      >
        <span className="shrink-0 text-second text-muted tabular-nums">
          {t('place', { at: index + 1, of: steps.length })}
        </span>
        <span className="truncate text-body font-medium" dir="auto">
          {step.title}
        </span>
        {isOpen ? (
          <ChevronUp size={16} aria-hidden className="shrink-0 text-muted" />
        ) : (
          <ChevronDown size={16} aria-hidden className="shrink-0 text-muted" />
        )}
      </button>
      {mayRun ? (
        <IconButton
          label={t(next === undefined ? 'end' : 'next')}
          size="small"
          onClick={() => void goTo(next?.id ?? null)}
        >
          {next === undefined ? (
            <Flag size={16} aria-hidden />
          ) : (
            <ChevronRight size={18} aria-hidden className="rtl:-scale-x-100" />
          )}
        </IconButton>
      ) : null}
    </span>
  )
}

/** What is asked of people in this step, and what those who run the meeting can start in it. */
export function StepBody({ step, isLast }: { readonly step: Step; readonly isLast: boolean }) {
  const t = useTranslations('agenda.steps')
  const tTools = useTranslations('panels.tools')
  const tReport = useTranslations('report')
  const { mayRun } = useRoundRights()
  const workspace = useWorkspace()
  const camera = useWorkspaceState((state) => state.camera)
  const frame = useView(({ elements }) => (step.frame === undefined ? undefined : elements.get(step.frame)))
  const timer = useTimer()
  const { act } = useTimerAct()
  // One that was set by hand goes on, and gives way when the step's own is started.
  const isTimed = mayRun && step.minutes > 0 && timer?.step !== step.id
  const { tools } = step
  return (
    <div className="flex flex-col gap-2 border-t border-hairline px-3 py-2.5">
      {step.instruction === '' ? null : (
        <p className="max-h-40 overflow-y-auto text-body break-words whitespace-pre-line" dir="auto">
          {step.instruction}
        </p>
      )}
      {mayRun && tools !== undefined ? (
        <p className="text-meta text-muted">
          {tools.length === 0 ? t('seeNone') : t('see', { tools: tools.map((tool) => tTools(tool)).join(', ') })}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {isTimed ? (
          <Button
            size="small"
            icon={<TimerIcon size={16} aria-hidden />}
            onClick={() => void act({ act: 'start', minutes: step.minutes, step: step.id })}
          >
            {t('startTimer', { minutes: step.minutes })}
          </Button>
        ) : null}
        {mayRun && step.round !== undefined ? <OpenRound step={step} /> : null}
        <StepPanelOffer step={step} />
        {mayRun && isLast ? (
          <Button size="small" icon={<FileText size={16} aria-hidden />} onClick={() => workspace.openDialog('report')}>
            {tReport('open')}
          </Button>
        ) : null}
        {mayRun && frame?.veil !== undefined ? <RevealFrame id={frame.id} /> : null}
        {frame === undefined ? null : (
          <Button
            size="small"
            variant="quiet"
            icon={<Focus size={16} aria-hidden />}
            onClick={() => {
              workspace.movedByHand()
              if (workspace.get().view !== 'map') workspace.showView('map')
              camera?.fit([frame.id])
            }}
          >
            {t('showFrame')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Offers to reveal the step's frame, which participants do not see. */
function RevealFrame({ id }: { readonly id: ElementId }) {
  const t = useTranslations('agenda.steps')
  const hide = useHide()
  return (
    <Button size="small" icon={<Eye size={16} aria-hidden />} onClick={() => void hide([id], false)}>
      {t('revealFrame')}
    </Button>
  )
}

/** Opens the step's round; once it is there, goes to it: of one step one at a time is open. */
function OpenRound({ step }: { readonly step: Step }) {
  const t = useTranslations('agenda.steps')
  const editor = useEditor()
  const workspace = useWorkspace()
  const seat = useSeat()
  const say = useApiProblem()
  const [busy, setBusy] = useState(false)
  const { sectors } = useKindWords()
  const known = useRounds().findLast(({ setup }) => setup.step === step.id)
  const open = async (): Promise<void> => {
    const setup = toRoundSetup(step, editor.view.get(), sectors)
    if (setup === undefined) {
      toast.error(t('nothingToAsk'))
      return
    }
    setBusy(true)
    const opened = await roundsApi.open(seat, setup)
    setBusy(false)
    if (!opened.ok) {
      toast.error(say(opened.reason))
      return
    }
    editor.roundNews.hear({ kind: 'round', round: opened.value })
    workspace.openRound(opened.value.id)
  }
  const isOver = known?.state === 'revealed'
  return (
    <>
      {known === undefined ? null : (
        <Button
          size="small"
          variant="primary"
          icon={<Vote size={16} aria-hidden />}
          onClick={() => workspace.openRound(known.id)}
        >
          {t('seeRound', { state: known.state })}
        </Button>
      )}
      {known === undefined || isOver ? (
        <Button
          size="small"
          variant={isOver ? 'quiet' : 'primary'}
          busy={busy}
          icon={isOver ? <Repeat2 size={16} aria-hidden /> : <Vote size={16} aria-hidden />}
          onClick={() => void open()}
        >
          {t(isOver ? 'askAgain' : 'openRound')}
        </Button>
      ) : null}
    </>
  )
}
