'use client'
import { Trash2, X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import type { Result } from '../../../lib/analysis/results'
import { limits } from '../../../lib/base/limits'
import { deletePractice } from '../../../lib/commands/deletePractice'
import { savePractice } from '../../../lib/commands/savePractice'
import { fewWords } from '../../../lib/model/practice/parts'
import { aims, mostMeasures, resultLevels } from '../../../lib/model/practice/result'
import type { PracticeRecord } from '../../../lib/model/practiceRecord'
import { useEditor } from '../../hooks/EditorProvider'
import { useFormWords } from '../../hooks/useFormWords'
import { useKeptForm } from '../../hooks/useKeptForm'
import { useRun } from '../../hooks/useRun'
import { useSayDone } from '../../hooks/useSayDone'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { IconButton } from '../../ui/IconButton'
import { Select } from '../../ui/Select'
import { TextInput } from '../../ui/TextInput'
import { NamePicker } from '../NamePicker'
import { KeptNotice } from '../practices/KeptNotice'
import { GoneNotice } from './GoneNotice'
import { typedNumber } from '../whatif/scenarios/writeNumber'
import {
  draftOf,
  fieldsOf,
  findProblems,
  resultDraftSchema,
  typedWords,
  type AmountDraft,
  type ResultDraft,
} from './resultDraft'
import { useAmountReader } from './useAmountReader'
import type { ResultWords } from './useResultWords'

const unsaid = '-'

/** Writes down a result, or changes one: one step when it is kept. */
export function ResultDialog({
  result,
  lastSeen,
  measures = [],
  words,
  onClose,
  onReopen,
}: {
  /** Absent: a new one. */
  readonly result?: Result | undefined
  /** What it was, if somebody deleted it meanwhile: it is put back as that, with what the form says. */
  readonly lastSeen?: PracticeRecord | undefined
  /** What a new one is a measure of, to begin with. */
  readonly measures?: readonly string[]
  readonly words: ResultWords
  readonly onClose: () => void
  /** Opens it again, after “Cancel”. */
  readonly onReopen: () => void
}) {
  const t = useTranslations('results.form')
  const tWords = useTranslations('results')
  const run = useRun()
  const sayDone = useSayDone('results')
  const format = useFormatter()
  const { group, sayRead } = useAmountReader()
  const form = useKeptForm<ResultDraft>({
    form: result === undefined ? `result of ${measures.join(' ')}` : `result ${result.id}`,
    fresh: () => draftOf(result, measures, (value) => typedNumber(value, format)),
    schema: resultDraftSchema,
    reopen: onReopen,
  })
  const { fields: draft, opened, set } = form
  const [isTried, setTried] = useState(false)
  const settle = useFormWords(t('name.label'), typedWords(draft, opened))
  const close = (end: 'leave' | 'cancel' | 'settle') => (): void => {
    settle()
    form[end]()
    onClose()
  }
  const problems = findProblems(draft, group)
  const errorOf = (field: keyof typeof problems): string | undefined => {
    const problem = problems[field]
    // What is no number is said at once; what is missing, once somebody is done.
    return problem === undefined || (problem !== 'no-number' && !isTried) ? undefined : t(`problem.${problem}`)
  }
  const text = (field: 'name' | 'indicator' | 'unit' | 'who' | 'where', maxLength: number): ReactNode => (
    <Field label={t(`${field}.label`)} hint={t(`${field}.hint`)} error={field === 'name' ? errorOf('name') : undefined}>
      {(control) => (
        <TextInput
          {...control}
          maxLength={maxLength}
          value={draft[field]}
          onChange={({ target }) => set({ [field]: target.value })}
        />
      )}
    </Field>
  )
  const save = (): void => {
    setTried(true)
    if (Object.keys(problems).length > 0) return
    const fields = fieldsOf(draft, opened, result, group)
    const done = run(savePractice, {
      kind: 'result',
      id: result?.id,
      lastSeen,
      ...(result === undefined ? {} : { expects: ['name'] }),
      fields: result === undefined ? { ...fields, ...listed(draft.measures) } : fields,
    })
    if (done.ok || done.reason.code === 'nothing-to-do') close('settle')()
  }
  const remove = (): void => {
    if (result === undefined || !run(deletePractice, { id: result.id }).ok) return
    sayDone(tWords('gone', { name: result.name }))
    close('settle')()
  }
  return (
    <Dialog
      open
      startsInside
      onOpenChange={(open) => (open ? undefined : close('leave')())}
      title={t(result === undefined ? 'new' : 'edit')}
      description={result === undefined ? t('newHint') : undefined}
      footer={
        <>
          {result === undefined || lastSeen !== undefined ? null : (
            <Button
              variant="quiet"
              className="me-auto text-danger"
              icon={<Trash2 size={16} aria-hidden />}
              onClick={remove}
            >
              {t('delete')}
            </Button>
          )}
          <Button onClick={close('cancel')}>{t('cancel')}</Button>
          <Button variant="primary" onClick={save}>
            {t(result === undefined ? 'create' : lastSeen === undefined ? 'save' : 'putBack')}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <KeptNotice of={form} />
        {lastSeen === undefined ? null : <GoneNotice>{t('gone')}</GoneNotice>}
        {text('name', limits.label)}
        {text('indicator', limits.label)}
        <div className="grid gap-4 sm:grid-cols-2">
          {text('unit', fewWords)}
          <Field label={t('level.label')} hint={t('level.hint')}>
            {({ id }) => (
              <Select
                id={id}
                value={draft.level ?? unsaid}
                onChange={(next) => set({ level: resultLevels.find((one) => one === next) })}
                options={[
                  { value: unsaid, label: tWords('notSaid') },
                  ...resultLevels.map((value) => ({ value, label: tWords(`level.${value}`) })),
                ]}
              />
            )}
          </Field>
          {text('who', fewWords)}
          {text('where', fewWords)}
        </div>
        <Field label={t('aim.label')} hint={t('aim.hint')}>
          {({ id }) => (
            <Select
              id={id}
              value={draft.aim ?? unsaid}
              onChange={(next) => set({ aim: aims.find((one) => one === next) })}
              options={[
                { value: unsaid, label: t('aim.none') },
                ...aims.map((value) => ({ value, label: tWords(`aim.${value}`) })),
              ]}
            />
          )}
        </Field>
        <AmountFields
          of="baseline"
          amount={draft.baseline}
          understood={sayRead(draft.baseline.value, draft.unit)}
          error={errorOf('baseline')}
          onChange={(baseline) => set({ baseline })}
        />
        <AmountFields
          of="target"
          amount={draft.target}
          understood={sayRead(draft.target.value, draft.unit)}
          error={errorOf('target')}
          onChange={(target) => set({ target })}
        />
        <MeasureFields draft={draft} words={words} onChange={(next) => set({ measures: next })} />
        <input type="submit" hidden />
      </form>
    </Dialog>
  )
}

/** A form that begins with variables has not changed them. */
function listed(measures: readonly string[]): { readonly measures?: readonly string[] } {
  return measures.length === 0 ? {} : { measures: [...measures] }
}

function AmountFields({
  of,
  amount,
  understood,
  error,
  onChange,
}: {
  readonly of: 'baseline' | 'target'
  readonly amount: AmountDraft
  /** How it was read, where that may be in doubt. */
  readonly understood: string | undefined
  readonly error: string | undefined
  readonly onChange: (amount: AmountDraft) => void
}) {
  const t = useTranslations('results.form')
  return (
    <div className="grid grid-cols-2 items-start gap-4">
      <Field label={t(`${of}.label`)} hint={understood ?? t(`${of}.hint`)} error={error}>
        {(control) => (
          <TextInput
            {...control}
            inputMode="decimal"
            value={amount.value}
            onChange={({ target }) => onChange({ ...amount, value: target.value })}
          />
        )}
      </Field>
      <Field label={t(`${of}.day`)}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            max="9999-12-31"
            className="px-2"
            value={amount.on}
            onChange={({ target }) => onChange({ ...amount, on: target.value })}
          />
        )}
      </Field>
    </div>
  )
}

function MeasureFields({
  draft: { measures },
  words,
  onChange,
}: {
  readonly draft: ResultDraft
  readonly words: ResultWords
  readonly onChange: (measures: readonly string[]) => void
}) {
  const t = useTranslations('results.form.measures')
  const editor = useEditor()
  const here = words.measured({ measures })
  return (
    <div role="group" aria-label={t('label')} className="flex flex-col gap-1.5">
      <p className="text-second font-medium">{t('label')}</p>
      <p className="text-meta text-muted">{t('hint')}</p>
      {here.length === 0 ? null : (
        <ul className="flex flex-wrap gap-1.5">
          {here.map((id) => {
            const name = words.nameOf(id)
            return (
              <li key={id} className="flex max-w-full items-center gap-0.5 rounded-button bg-hover ps-2 text-second">
                <span className="min-w-0 truncate" dir="auto">
                  {name}
                </span>
                <IconButton
                  label={t('remove', { name })}
                  size="small"
                  onClick={() => onChange(measures.filter((one) => one !== id))}
                >
                  <X size={14} aria-hidden />
                </IconButton>
              </li>
            )
          })}
        </ul>
      )}
      {measures.length >= mostMeasures ? null : (
        <NamePicker
          label={t('add')}
          shown={t('add')}
          isEmpty
          words={{ find: t('find'), none: t('none') }}
          choices={() =>
            [...editor.view.get().elements.values()]
              .filter(({ id, kind, label }) => kind === 'variable' && label !== '' && !measures.includes(id))
              .map(({ id, label }) => ({ id, label }))
          }
          onPick={(id) => onChange([...measures, id])}
        />
      )}
    </div>
  )
}
