'use client'
import { ArrowDown, ArrowUp, GripVertical, Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type DragEvent, type KeyboardEvent } from 'react'
import { moveStep, type Agenda, type Step } from '../../lib/practice/agenda'
import { announce } from '../hooks/announcer'
import { useApiProblem } from '../hooks/useApiProblem'
import { usePhone } from '../hooks/useMedia'
import { classes } from '../ui/classes'
import { IconButton } from '../ui/IconButton'
import { toast } from '../ui/toast'
import { StepMark, StepMinutes } from './AgendaList'
import { StepDetails } from './StepDetails'
import { useAgendaActs } from './useAgenda'

/** The steps for those who run the meeting: a press opens what is prepared, with the way there; dragged, or moved by keys and buttons. */
export function StepRows({
  agenda,
  at,
  been,
  onEdit,
}: {
  readonly agenda: Agenda
  readonly at: string | null
  readonly been: readonly string[]
  readonly onEdit: (step: Step) => void
}) {
  const t = useTranslations('agenda.steps')
  const say = useApiProblem()
  const phone = usePhone()
  const { change } = useAgendaActs()
  const [opened, setOpened] = useState<string>()
  const [dragged, setDragged] = useState<string>()
  const [over, setOver] = useState<number>()
  const { steps } = agenda
  const current = steps.findIndex(({ id }) => id === at)

  const move = async (step: Step, to: number): Promise<void> => {
    if (to < 0 || to >= steps.length) return
    const moved = await change((now) => moveStep(now, step.id, to))
    if (moved.ok) announce(t('movedTo', { title: step.title, at: to + 1, of: steps.length }))
    else toast.error(say(moved.reason))
  }
  const onKey = (event: KeyboardEvent, step: Step, index: number): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0 || !event.altKey) return
    event.preventDefault()
    void move(step, index + by)
  }
  const drop = (event: DragEvent, index: number): void => {
    event.preventDefault()
    const step = steps.find(({ id }) => id === dragged)
    setDragged(undefined)
    setOver(undefined)
    if (step !== undefined && steps[index] !== step) void move(step, index)
  }

  return (
    <ol className="-mx-2 flex flex-col gap-0.5">
      {steps.map((step, index) => (
        <li
          key={step.id}
          aria-current={index === current ? 'step' : undefined}
          draggable={!phone}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            event.dataTransfer.setData('text/plain', step.title)
            setDragged(step.id)
          }}
          onDragEnd={() => {
            setDragged(undefined)
            setOver(undefined)
          }}
          onDragOver={(event) => {
            if (dragged === undefined) return
            event.preventDefault()
            setOver(index)
          }}
          onDrop={(event) => drop(event, index)}
          onKeyDown={(event) => onKey(event, step, index)}
          className={classes(
            'rounded-button border border-transparent',
            index === current && 'bg-accent-tint',
            dragged === step.id && 'opacity-50',
            over === index && dragged !== step.id && 'border-accent',
          )}
        >
          <div className="flex items-center gap-1 pe-1">
            {phone ? null : <GripVertical size={14} aria-hidden className="shrink-0 cursor-grab text-muted" />}
            <button
              type="button"
              aria-expanded={opened === step.id}
              onClick={() => setOpened(opened === step.id ? undefined : step.id)}
              className="flex min-h-10 min-w-0 flex-1 items-center gap-1.5 rounded-button px-1 py-2 text-start hover:bg-hover pointer-coarse:min-h-11"
            >
              <StepMark index={index} isBehind={index !== current && been.includes(step.id)} />
              <span
                className={classes('min-w-0 flex-1 text-body break-words', index === current && 'font-medium')}
                dir="auto"
              >
                {step.title}
              </span>
              <StepMinutes minutes={step.minutes} />
            </button>
            <span className="flex shrink-0">
              <IconButton
                label={t('up', { title: step.title })}
                size="small"
                className="w-6! pointer-coarse:w-11!"
                disabled={index === 0}
                onClick={() => void move(step, index - 1)}
              >
                <ArrowUp size={14} aria-hidden />
              </IconButton>
              <IconButton
                label={t('down', { title: step.title })}
                size="small"
                className="w-6! pointer-coarse:w-11!"
                disabled={index === steps.length - 1}
                onClick={() => void move(step, index + 1)}
              >
                <ArrowDown size={14} aria-hidden />
              </IconButton>
              <IconButton
                label={t('edit', { title: step.title })}
                size="small"
                className="w-7! pointer-coarse:w-11!"
                onClick={() => onEdit(step)}
              >
                <Pencil size={14} aria-hidden />
              </IconButton>
            </span>
          </div>
          {opened === step.id ? <StepDetails step={step} isOn={index === current} /> : null}
        </li>
      ))}
    </ol>
  )
}
