'use client'
import { Trash2 } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import * as z from 'zod/mini'
import type { DatedReading, Result } from '../../../lib/analysis/results'
import { isCalendarDate } from '../../../lib/base/calendarDate'
import { createId } from '../../../lib/base/ids'
import { limits } from '../../../lib/base/limits'
import { systemRandom } from '../../../lib/base/random'
import { savePractice } from '../../../lib/commands/savePractice'
import type { PracticeRecord } from '../../../lib/model/practiceRecord'
import { useFormWords } from '../../hooks/useFormWords'
import { useKeptForm } from '../../hooks/useKeptForm'
import { useSelf } from '../../hooks/useMap'
import { useRun } from '../../hooks/useRun'
import { useSayDone } from '../../hooks/useSayDone'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { TextArea } from '../../ui/TextArea'
import { TextInput } from '../../ui/TextInput'
import { KeptNotice } from '../practices/KeptNotice'
import { typedNumber } from '../whatif/scenarios/writeNumber'
import { GoneNotice } from './GoneNotice'
import { readAmount } from './readAmount'
import { readingEntry } from './readingEntry'
import { useAmountReader } from './useAmountReader'
import type { ResultWords } from './useResultWords'

const draftSchema = z.object({ value: z.string(), on: z.string(), note: z.string() })

/** Adds a reading to a result, or corrects or deletes one: one step each. */
export function ReadingDialog({
  result,
  lastSeen,
  reading,
  words,
  onClose,
  onReopen,
}: {
  readonly result: Result
  /** What the result was, if somebody deleted it meanwhile: it is put back as that, with the reading. */
  readonly lastSeen?: PracticeRecord | undefined
  /** Absent: a new one. */
  readonly reading?: DatedReading | undefined
  readonly words: ResultWords
  readonly onClose: () => void
  /** Opens it again, after “Cancel”. */
  readonly onReopen: () => void
}) {
  const t = useTranslations('results.reading')
  const run = useRun()
  const self = useSelf()
  const sayDone = useSayDone('results')
  const format = useFormatter()
  const form = useKeptForm({
    form: `reading ${result.id} ${reading?.key ?? ''}`,
    fresh: () => ({
      value: reading === undefined ? '' : typedNumber(reading.value, format),
      on: reading?.on ?? words.today,
      note: reading?.note ?? '',
    }),
    schema: draftSchema,
    reopen: onReopen,
  })
  const { value, on, note } = form.fields
  const [isTried, setTried] = useState(false)
  const { group, sayRead } = useAmountReader()
  const isReadingGone = reading !== undefined && !result.readings.has(reading.key)
  const isGone = lastSeen !== undefined || isReadingGone
  const settle = useFormWords(t('new'), form.isChanged && value + note !== '' ? `${value}, ${on}\n${note}`.trim() : '')
  const close = (end: 'leave' | 'cancel' | 'settle') => (): void => {
    settle()
    form[end]()
    onClose()
  }
  const read = readAmount(value, result.unit, group)
  const valueError = read === undefined ? t('noNumber') : read === 'none' && isTried ? t('noValue') : undefined
  const dayError = isTried && !isCalendarDate(on) ? t('noDay') : on > words.today ? t('later') : undefined

  const save = (): void => {
    setTried(true)
    if (typeof read !== 'number' || !isCalendarDate(on) || on > words.today) return
    const before = reading ?? { by: self.name, at: Date.now() }
    const entry = readingEntry(before, { value: read, on, note: note.trim() })
    const done = run(savePractice, {
      kind: 'result',
      id: result.id,
      lastSeen,
      // What somebody deletes at this moment stays deleted: the dialog stays, with what was typed, and says so.
      expects: reading === undefined || isReadingGone ? ['name'] : [`reading:${reading.key}`],
      fields: { [`reading:${reading?.key ?? createId<string>(systemRandom)}`]: entry },
    })
    if (done.ok || done.reason.code === 'nothing-to-do') close('settle')()
  }
  const remove = (): void => {
    if (reading === undefined) return
    const done = run(savePractice, { kind: 'result', id: result.id, fields: { [`reading:${reading.key}`]: null } })
    if (!done.ok) return
    sayDone(t('gone', { day: words.sayDay(reading.on) }))
    close('settle')()
  }
  return (
    <Dialog
      open
      size="small"
      startsInside
      onOpenChange={(open) => (open ? undefined : close('leave')())}
      title={t(reading === undefined ? 'new' : 'edit')}
      description={result.indicator ?? result.name}
      footer={
        <>
          {reading === undefined || isGone ? null : (
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
            {t(isGone ? 'putBack' : reading === undefined ? 'create' : 'save')}
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
        {isGone ? (
          <GoneNotice>
            {t('goneMeanwhile', { what: lastSeen === undefined ? 'reading' : 'result', name: result.name })}
          </GoneNotice>
        ) : null}
        <Field
          label={result.unit === undefined ? t('value') : t('valueIn', { unit: result.unit })}
          hint={sayRead(value, result.unit)}
          error={valueError}
        >
          {(control) => (
            <TextInput
              {...control}
              inputMode="decimal"
              value={value}
              onChange={({ target }) => form.set({ value: target.value })}
            />
          )}
        </Field>
        <Field label={t('day')} error={dayError}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              max={words.today}
              className="px-2"
              value={on}
              onChange={({ target }) => form.set({ on: target.value })}
            />
          )}
        </Field>
        <Field label={t('note')} hint={t('noteHint')}>
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              maxLength={limits.comment}
              value={note}
              onChange={({ target }) => form.set({ note: target.value })}
            />
          )}
        </Field>
        <input type="submit" hidden />
      </form>
    </Dialog>
  )
}
