'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { limits } from '../../../lib/base/limits'
import type { Version } from '../../../lib/protocol/version'
import { announce } from '../../hooks/announcer'
import { useEditor } from '../../hooks/EditorProvider'
import { useApiProblem } from '../../hooks/useApiProblem'
import { useSeat } from '../../hooks/useRounds'
import { Button } from '../../ui/Button'
import { TextInput } from '../../ui/TextInput'
import { toast } from '../../ui/toast'
import { versionsApi } from './versionsApi'
import { whenSaved } from './whenSaved'

/** Keeps the map as it is now, under a name. */
export function KeepForm({ onKept }: { readonly onKept: (version: Version) => void }) {
  const t = useTranslations('versions')
  const say = useApiProblem()
  const editor = useEditor()
  const seat = useSeat()
  const [name, setName] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const keep = async (): Promise<void> => {
    if (isBusy) return
    const called = name.trim()
    setMissing(called === '')
    if (called === '') return field.current?.focus()
    setBusy(true)
    // What one has just drawn belongs to the map as it is now.
    await whenSaved(editor)
    const kept = await versionsApi.name(seat, called)
    setBusy(false)
    if (!kept.ok) {
      toast.error(say(kept.reason), { id: 'versions' })
      return
    }
    setName('')
    onKept(kept.value)
    announce(t('kept', { name: called }))
  }
  return (
    <form
      className="flex flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <label htmlFor="version-name" className="text-second font-medium">
        {t('keepLabel')}
      </label>
      <span className="flex gap-2">
        <TextInput
          ref={field}
          id="version-name"
          value={name}
          maxLength={limits.versionName}
          placeholder={t('keepPlaceholder')}
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? 'version-name-missing' : undefined}
          onChange={(event) => {
            setName(event.target.value)
            setMissing(false)
          }}
        />
        <Button type="submit" busy={isBusy}>
          {t('keep')}
        </Button>
      </span>
      {isMissing ? (
        <p id="version-name-missing" role="alert" className="text-meta text-danger">
          {t('nameNeeded')}
        </p>
      ) : null}
    </form>
  )
}
