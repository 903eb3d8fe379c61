'use client'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isSameJson } from '../../lib/base/json'
import { changeStep, stepTools, type Step, type StepTool } from '../../lib/practice/agenda'
import { useApiProblem } from '../hooks/useApiProblem'
import { useView } from '../hooks/useMap'
import { Button } from '../ui/Button'
import { Checkbox } from '../ui/Checkbox'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { IconButton } from '../ui/IconButton'
import { Select } from '../ui/Select'
import { TextArea } from '../ui/TextArea'
import { TextInput } from '../ui/TextInput'
import { MinutesField } from './MinutesField'
import { readMinutes } from './minutes'
import { toStepRound, type Missing } from './draftSetup'
import { draftOfRound, StepRoundFields } from './StepRoundFields'
import { StepPanelField } from './StepPanelField'
import { useKindWords } from './useKindWords'
import { useAgendaActs, useCurrentStep } from './useAgenda'

/** For "no frame", since options have values. */
const noFrame = 'none'

/** A step: its words, minutes, frame, tools and round. A new one is added at the end when it is kept. */
export function StepDialog({
  step,
  isNew,
  onClose,
}: {
  readonly step: Step
  readonly isNew: boolean
  readonly onClose: () => void
}) {
  const t = useTranslations('agenda.edit')
  const tTools = useTranslations('panels.tools')
  const say = useApiProblem()
  const { busy, change } = useAgendaActs()
  const frames = useView(({ elements }) => elements)
  const words = useKindWords()
  const [draft, setDraft] = useState<Step>(step)
  const [typedMinutes, setTypedMinutes] = useState(step.minutes === 0 ? '' : String(step.minutes))
  const [asked, setAsked] = useState(() => step.round && draftOfRound(step.round))
  const [missing, setMissing] = useState<Missing>()
  const [isLeaving, setLeaving] = useState(false)
  const isOn = useCurrentStep()?.step.id === step.id
  const [problem, setProblem] = useState<string>()
  const title = draft.title.trim()
  const edit = (changes: Partial<Step>): void => {
    setDraft({ ...draft, ...changes })
    setProblem(undefined)
  }
  const keep = async (): Promise<void> => {
    if (title === '') {
      setProblem(t('titleMissing'))
      return
    }
    const minutes = readMinutes(typedMinutes, 0) ?? 0
    // Said at the field.
    if (minutes === 'wrong') return
    const made = asked && toStepRound(asked, words)
    if (made !== undefined && 'missing' in made) {
      setMissing(made.missing)
      return
    }
    // What was not touched stays as it was prepared, with what has no field here.
    const isTouched = !isSameJson(asked, step.round && draftOfRound(step.round))
    const whole = { ...draft, title, minutes, round: isTouched ? made?.round : step.round }
    // Only what was changed here: somebody else may be at its other fields.
    const changes = Object.fromEntries(
      (Object.keys({ ...step, ...whole }) as (keyof Step)[]).flatMap((key) =>
        whole[key] === step[key] ? [] : [[key, whole[key]]],
      ),
    )
    const kept = await change((agenda) =>
      isNew ? { ...agenda, steps: [...agenda.steps, whole] } : changeStep(agenda, step.id, changes),
    )
    if (kept.ok) onClose()
    else setProblem(say(kept.reason))
  }
  const remove = async (): Promise<void> => {
    const gone = await change((agenda) => ({ ...agenda, steps: agenda.steps.filter(({ id }) => id !== step.id) }))
    if (gone.ok) onClose()
    else setProblem(say(gone.reason))
  }
  const withTool = (tool: StepTool, on: boolean): readonly StepTool[] =>
    stepTools.filter((one) => (one === tool ? on : draft.tools?.includes(one)))

  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t(isNew ? 'titleNew' : 'title')}
      footer={
        <>
          {isNew ? null : (
            <span className="me-auto">
              <IconButton label={t('remove')} onClick={() => setLeaving(true)}>
                <Trash2 size={18} aria-hidden />
              </IconButton>
            </span>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" busy={busy} onClick={() => void keep()}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <ConfirmDialog
        open={isLeaving}
        onOpenChange={setLeaving}
        title={t('removeTitle', { title: step.title })}
        description={t(isOn ? 'removeOn' : 'removeText')}
        confirm={t('remove')}
        danger
        onConfirm={() => void remove()}
      />
      <div className="flex flex-col gap-4">
        {problem === undefined ? null : (
          <p role="alert" className="text-second text-danger">
            {problem}
          </p>
        )}
        <div className="flex gap-3">
          <Field label={t('name')} className="min-w-0 flex-1">
            {(control) => (
              <TextInput
                {...control}
                autoFocus
                maxLength={120}
                value={draft.title}
                onChange={(event) => edit({ title: event.target.value })}
              />
            )}
          </Field>
          <MinutesField
            label={t('minutes')}
            least={0}
            className="w-28"
            value={typedMinutes}
            onChange={setTypedMinutes}
          />
        </div>
        <Field label={t('instruction')} hint={t('instructionHint')}>
          {(control) => (
            <TextArea
              {...control}
              maxLength={1_000}
              value={draft.instruction}
              onChange={(event) => edit({ instruction: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('frame')} hint={t('frameHint')}>
          {(control) => (
            <Select
              {...control}
              value={draft.frame !== undefined && frames.has(draft.frame) ? draft.frame : noFrame}
              onChange={(frame) => edit({ frame: frame === noFrame ? undefined : frame })}
              options={[
                { value: noFrame, label: t('noFrame') },
                ...[...frames.values()].flatMap((element) =>
                  element.kind === 'frame'
                    ? [{ value: element.id, label: element.label === '' ? t('frameUnnamed') : element.label }]
                    : [],
                ),
              ]}
            />
          )}
        </Field>
        <StepPanelField panel={draft.panel} onChange={(panel) => edit({ panel })} />
        <fieldset className="flex flex-col gap-2">
          <legend className="pb-1.5 text-second font-medium">{t('tools')}</legend>
          <Checkbox
            label={t('allTools')}
            checked={draft.tools === undefined}
            onChange={(all) => edit({ tools: all ? undefined : [...stepTools] })}
          />
          {draft.tools === undefined ? null : (
            <div className="grid grid-cols-2 gap-x-3 gap-y-1.5 ps-7 sm:grid-cols-3">
              {stepTools.map((tool) => (
                <Checkbox
                  key={tool}
                  label={tTools(tool)}
                  checked={draft.tools?.includes(tool) ?? true}
                  onChange={(on) => edit({ tools: [...withTool(tool, on)] })}
                />
              ))}
            </div>
          )}
          <p className="text-meta text-muted">{t('toolsHint')}</p>
        </fieldset>
        <StepRoundFields
          draft={asked}
          missing={missing}
          onChange={(next) => {
            setAsked(next)
            setMissing(undefined)
          }}
        />
      </div>
    </Dialog>
  )
}
