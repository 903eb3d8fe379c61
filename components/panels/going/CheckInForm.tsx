'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { calendarDateOf } from '../../../lib/base/calendarDate'
import { savePractice } from '../../../lib/commands/savePractice'
import { pulseStates, type PulseState } from '../../../lib/model/practice/pulseState'
import { countLetters } from '../../../lib/practice/countLetters'
import { mostPulseNote } from '../../../lib/practice/pulse'
import { useView, useSelf } from '../../hooks/useMap'
import { useKeptForm, type KeptForm } from '../../hooks/useKeptForm'
import { useRun } from '../../hooks/useRun'
import { useSayDone } from '../../hooks/useSayDone'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { TextArea } from '../../ui/TextArea'
import { TextInput } from '../../ui/TextInput'
import { KeptNotice } from '../practices/KeptNotice'
import { checkInDraftSchema, momentOf, type CheckInDraft } from './checkInDraft'

/** A check-in that is there already. */
export interface OwnCheckIn {
  readonly id: string
  readonly at: number
  readonly says: PulseState
  readonly note: string
}

export interface CheckIn {
  readonly draft: CheckInDraft
  /** Undefined for a day that cannot be kept. */
  readonly at: number | undefined
  /** Letters that are too many. */
  readonly over: number
  readonly isMissing: boolean
  readonly today: string
  /** What was typed is kept until it is on the map. */
  readonly form: KeptForm<CheckInDraft>
  save(): void
}

/** How one element is going, as one person sees it: a new check-in, or one of one's own anew. */
export function useCheckIn(
  about: string,
  onDone: () => void,
  { own, reopen }: { readonly own?: OwnCheckIn | undefined; readonly reopen?: (() => void) | undefined } = {},
): CheckIn {
  const t = useTranslations('going.checkIn')
  const run = useRun()
  const self = useSelf()
  const label = useView((view) => (view.elements as ReadonlyMap<string, { readonly label: string }>).get(about)?.label)
  const say = useSayDone('check-in')
  const [now] = useState(() => Date.now())
  const form = useKeptForm<CheckInDraft>({
    form: own === undefined ? `check-in of ${about}` : `check-in ${own.id}`,
    fresh: () => ({ state: own?.says, note: own?.note ?? '', day: calendarDateOf(own?.at ?? now) }),
    schema: checkInDraftSchema,
    reopen,
  })
  const draft = form.fields
  const [tried, setTried] = useState(false)
  const over = countLetters(draft.note.trim()) - mostPulseNote
  const at = momentOf(draft.day, now, own?.at)
  return {
    ...{ draft, at, over, isMissing: tried && draft.state === undefined, today: calendarDateOf(now), form },
    save: () => {
      setTried(true)
      const { state } = draft
      const note = draft.note.trim()
      if (state === undefined || at === undefined || over > 0) return
      const made = run(savePractice, {
        kind: 'check-in',
        ...(own === undefined
          ? {
              fields: {
                ...{ about, at, state, by: self.name },
                ...(self.id === undefined ? {} : { participant: self.id }),
                ...(note === '' ? {} : { note }),
              },
            }
          : { id: own.id, fields: { at, state, note: note === '' ? null : note } }),
      })
      if (!made.ok && made.reason.code !== 'nothing-to-do') return
      form.settle()
      if (made.ok) say(own === undefined ? t('done', { name: label ?? '', state }) : t('changed'))
      onDone()
    },
  }
}

export function CheckInFields({ of: { draft, at, over, isMissing, today, form } }: { readonly of: CheckIn }) {
  const t = useTranslations('going.checkIn')
  const tGoing = useTranslations('going')
  return (
    <div className="flex flex-col gap-3">
      <KeptNotice of={form} />
      <div className="flex flex-col gap-1.5">
        <SegmentedControl
          label={t('state')}
          value={draft.state}
          onChange={(state) => form.set({ state })}
          segments={pulseStates.map((state) => ({ value: state, label: tGoing('state', { state }) }))}
        />
        {isMissing ? (
          <p role="alert" className="text-second text-danger">
            {t('missing')}
          </p>
        ) : null}
      </div>
      <Field label={t('note')} {...(over > 0 ? { error: t('over', { over }) } : {})}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            className="min-h-0"
            value={draft.note}
            onChange={({ target }) => form.set({ note: target.value })}
          />
        )}
      </Field>
      <Field label={t('day')} {...(at === undefined ? { error: t('late') } : { hint: t('dayHint') })}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            max={today}
            value={draft.day}
            className="w-44 px-2"
            onChange={({ target }) => form.set({ day: target.value })}
          />
        )}
      </Field>
      <p className="text-meta text-muted">{t('who')}</p>
    </div>
  )
}

export function CheckInButtons({ of: { save, form }, onDone }: { readonly of: CheckIn; readonly onDone: () => void }) {
  const t = useTranslations('going.checkIn')
  const cancel = (): void => {
    form.cancel()
    onDone()
  }
  return (
    <>
      <Button onClick={cancel}>{t('cancel')}</Button>
      <Button variant="primary" onClick={save}>
        {t('save')}
      </Button>
    </>
  )
}
