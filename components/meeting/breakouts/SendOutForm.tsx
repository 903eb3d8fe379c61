'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { breakoutLimits, breakoutModes, type BreakoutMode } from '../../../lib/practice/breakouts'
import { useView } from '../../hooks/useMap'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { TextInput } from '../../ui/TextInput'
import { MinutesField } from '../MinutesField'
import { readMinutes } from '../minutes'
import { breakoutsApi } from './breakoutsApi'
import { useBreakoutActs } from './useBreakouts'

const whole = '~map'

/** It opens where a button was, often at the lower edge of its panel. */
function bringIntoView(form: HTMLFormElement | null): void {
  form?.scrollIntoView({ block: 'nearest' })
}

/** How many groups, on what, and how people come into them. */
export function SendOutForm({ again }: { readonly again: boolean }) {
  const t = useTranslations('breakouts.send')
  const { busy, act } = useBreakoutActs()
  const frames = useView((view) => view.elements)
  const [isOpen, setOpen] = useState(false)
  const [count, setCount] = useState('3')
  const [mode, setMode] = useState<BreakoutMode>('even')
  const [frame, setFrame] = useState<string>(whole)
  const [minutes, setMinutes] = useState('')
  const groups = Math.round(Number(count))
  const isOk = groups >= 1 && groups <= breakoutLimits.groups
  const time = readMinutes(minutes, 1)
  if (!isOpen) {
    return (
      <>
        {again ? null : <p className="text-body text-muted">{t('hint')}</p>}
        <Button onClick={() => setOpen(true)}>{t(again ? 'again' : 'begin')}</Button>
      </>
    )
  }
  const parts = [...frames.values()].filter((element) => element.kind === 'frame')
  return (
    <form
      ref={bringIntoView}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isOk || time === 'wrong') return
        const names = Array.from({ length: groups }, (_, index) => t('name', { number: index + 1 }))
        void act((seat) =>
          breakoutsApi.begin(seat, {
            groups: names,
            mode,
            ...(frame === whole ? {} : { frame: frame as ElementId }),
            ...(time === undefined ? {} : { minutes: time }),
          }),
        )
      }}
    >
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('groups')} {...(isOk ? {} : { error: t('groupsWrong', { most: breakoutLimits.groups }) })}>
          {(control) => (
            <TextInput
              {...control}
              autoFocus
              type="number"
              inputMode="numeric"
              min={1}
              max={breakoutLimits.groups}
              value={count}
              onChange={(event) => setCount(event.target.value)}
            />
          )}
        </Field>
        <MinutesField label={t('minutes')} least={1} placeholder={t('noTime')} value={minutes} onChange={setMinutes} />
      </div>
      <Field label={t('who')} hint={t(`modeHint.${mode}`)}>
        {(control) => (
          <Select
            {...control}
            value={mode}
            onChange={setMode}
            options={breakoutModes.map((value) => ({ value, label: t(`mode.${value}`) }))}
          />
        )}
      </Field>
      {parts.length === 0 ? null : (
        <Field label={t('what')}>
          {(control) => (
            <Select
              {...control}
              value={frame}
              onChange={setFrame}
              options={[
                { value: whole, label: t('whole') },
                ...parts.map(({ id, label }) => ({ value: id as string, label: label === '' ? t('nameless') : label })),
              ]}
            />
          )}
        </Field>
      )}
      {again ? <p className="text-second text-muted">{t('bound', { most: breakoutLimits.copies })}</p> : null}
      <div className="flex justify-end gap-2">
        <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" busy={busy}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}
