'use client'
import { FileDown, FolderOpen, ListPlus, Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { createId } from '../../lib/base/ids'
import { limits } from '../../lib/base/limits'
import { systemRandom } from '../../lib/base/random'
import { agendaMinutes, mostSteps, type Step } from '../../lib/practice/agenda'
import { framesOf, writeAgendaFile } from '../../lib/practice/agendaFile'
import type { AgendaAnswer } from '../../lib/protocol/agenda'
import { useEditor } from '../hooks/EditorProvider'
import { useRoundRights } from '../hooks/useRounds'
import { useApiProblem } from '../hooks/useApiProblem'
import { TextField } from '../panels/inspector/TextField'
import { downloadFile, fileNameOf } from '../panels/download'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { toast } from '../ui/toast'
import { AgendaChoice } from './AgendaChoice'
import { AgendaList } from './AgendaList'
import { BreakoutsSection } from './breakouts/BreakoutsSection'
import { useAreGroupsOut, useBreakouts } from './breakouts/useBreakouts'
import { useDoor, useSetDoor } from './door/useDoor'
import { StepDialog } from './StepDialog'
import { StepRows } from './StepRows'
import { TimerSection } from './TimerSection'
import { useAgenda, useAgendaActs } from './useAgenda'

/** The meeting's agenda, its timer and its groups; what is going on stands first. */
export function AgendaPanel() {
  const isOut = useAreGroupsOut()
  const isTold = useBreakouts() !== undefined
  const groups = useRef<HTMLDivElement>(null)
  const before = useRef<boolean>(undefined)
  useEffect(() => {
    // Sent out here, from the form at the foot of the panel: the groups go to its head, and so does what is seen of it.
    if (before.current === false && isOut) groups.current?.scrollIntoView({ block: 'start' })
    if (isTold) before.current = isOut
  }, [isOut, isTold])
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-4 pb-4">
      <TimerSection />
      <div ref={groups} className="empty:hidden">
        {isOut ? <BreakoutsSection /> : null}
      </div>
      <AgendaSection />
      {isOut ? null : <BreakoutsSection />}
    </div>
  )
}

function AgendaSection() {
  const t = useTranslations('agenda')
  const told = useAgenda()
  const { mayRun } = useRoundRights()
  if (told === undefined) return null
  const { agenda, at, been } = told
  const minutes = agendaMinutes(agenda)
  return (
    <section aria-labelledby="agenda-steps" className="flex flex-col gap-2 border-t border-hairline pt-4">
      <div className="flex items-baseline justify-between gap-2">
        <h3 id="agenda-steps" className="min-w-0 text-second font-medium break-words text-muted" dir="auto">
          {agenda.title === '' ? t('steps.title') : agenda.title}
        </h3>
        {minutes === 0 ? null : (
          <span className="shrink-0 text-second text-muted tabular-nums">{t('steps.minutes', { minutes })}</span>
        )}
      </div>
      {mayRun ? (
        <RunAgenda agenda={agenda} at={at} been={been} />
      ) : agenda.steps.length === 0 ? (
        <p className="text-body text-muted">{t('steps.none')}</p>
      ) : (
        <div className="-mx-2">
          <AgendaList steps={agenda.steps} at={at} been={been} />
        </div>
      )}
    </section>
  )
}

/** The agenda of those who run the meeting: to go through it, to change it, to take it elsewhere. */
function RunAgenda({ agenda, at, been }: Pick<AgendaAnswer, 'agenda' | 'at' | 'been'>) {
  const t = useTranslations('agenda.steps')
  const { busy, change, goTo } = useAgendaActs()
  const say = useApiProblem()
  const editor = useEditor()
  const sayProblem = (done: Awaited<ReturnType<typeof change>>): void => {
    if (!done.ok) toast.error(say(done.reason))
  }
  const isKept = useDoor()?.waits === true
  const door = useSetDoor()
  /** With everyone: whoever waits is let in first, and if they cannot be, nothing begins without them. */
  const begin = async (step: string): Promise<void> => {
    if (!isKept || (await door.setDoor(false))) await goTo(step)
  }
  const [edited, setEdited] = useState<{ readonly step: Step; readonly isNew: boolean }>()
  const [isChoosing, setChoosing] = useState(false)
  const { steps } = agenda
  const [first] = steps
  const add = (): void => {
    setChoosing(false)
    setEdited({ step: { id: createId(systemRandom), title: '', instruction: '', minutes: 0 }, isNew: true })
  }
  const dialog =
    edited === undefined ? null : <StepDialog key={edited.step.id} {...edited} onClose={() => setEdited(undefined)} />

  if (first === undefined || isChoosing) {
    return (
      <>
        <AgendaChoice replaces={steps.length > 0} onChoosing={setChoosing} />
        {first === undefined ? (
          <Button icon={<Plus size={16} aria-hidden />} onClick={add}>
            {t('addFirst')}
          </Button>
        ) : (
          <Button onClick={() => setChoosing(false)}>{t('keepThis')}</Button>
        )}
        {dialog}
      </>
    )
  }
  return (
    <>
      {at === null ? (
        <Button variant="primary" wide busy={busy || door.busy} onClick={() => void begin(first.id)}>
          {t(isKept ? 'letIn' : 'begin')}
        </Button>
      ) : null}
      <TextField
        label={t('name')}
        hideLabel
        stored={agenda.title}
        placeholder={t('name')}
        maxLength={limits.title}
        readOnly={false}
        onCommit={(title) => void change((before) => ({ ...before, title: title.trim() })).then(sayProblem)}
      />
      <StepRows agenda={agenda} at={at} been={been} onEdit={(step) => setEdited({ step, isNew: false })} />
      <div className="flex flex-wrap items-center gap-1">
        <Button
          size="small"
          icon={<ListPlus size={16} aria-hidden />}
          disabled={steps.length >= mostSteps}
          onClick={add}
        >
          {t('add')}
        </Button>
        <span className="ms-auto flex">
          <IconButton
            label={t('download')}
            onClick={() =>
              downloadFile(
                new Blob([writeAgendaFile(agenda, framesOf(editor.view.get()))], { type: 'application/json' }),
                fileNameOf(agenda.title === '' ? t('title') : agenda.title, 'agenda.json'),
              )
            }
          >
            <FileDown size={18} aria-hidden />
          </IconButton>
          <IconButton label={t('another')} onClick={() => setChoosing(true)}>
            <FolderOpen size={18} aria-hidden />
          </IconButton>
          {at === null ? null : (
            <IconButton label={t('end')} onClick={() => void goTo(null)}>
              <X size={18} aria-hidden />
            </IconButton>
          )}
        </span>
      </div>
      {dialog}
    </>
  )
}
