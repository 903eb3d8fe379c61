'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { limits } from '../../../lib/base/limits'
import type { Version } from '../../../lib/protocol/version'
import { announce } from '../../hooks/announcer'
import { useApiProblem } from '../../hooks/useApiProblem'
import { useSeat } from '../../hooks/useRounds'
import { Button } from '../../ui/Button'
import { TextInput } from '../../ui/TextInput'
import { toast } from '../../ui/toast'
import { versionsApi } from './versionsApi'

/** Gives a version a name, or another. */
export function RenameForm({
  version,
  onDone,
}: {
  readonly version: Version
  /** The version as it is named now; undefined if nothing was changed. */
  readonly onDone: (named?: Version) => void
}) {
  const t = useTranslations('versions')
  const say = useApiProblem()
  const seat = useSeat()
  const [name, setName] = useState(version.name ?? '')
  const [isBusy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const save = async (): Promise<void> => {
    const called = name.trim()
    if (isBusy) return
    if (called === '' || called === version.name) return onDone()
    setBusy(true)
    const named = await versionsApi.rename(seat, version.id, called)
    setBusy(false)
    if (!named.ok) {
      toast.error(say(named.reason), { id: 'versions' })
      return
    }
    announce(t('renamed', { name: called }))
    onDone(named.value)
  }
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onDone()
      }}
    >
      <TextInput
        ref={field}
        aria-label={t('nameLabel')}
        value={name}
        maxLength={limits.versionName}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="flex justify-end gap-2">
        <Button size="small" onClick={() => onDone()}>
          {t('cancel')}
        </Button>
        <Button size="small" variant="primary" type="submit" busy={isBusy}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
