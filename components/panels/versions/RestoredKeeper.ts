'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { restoredSchema } from '../../../lib/protocol/version'
import { mayRun } from '../../../lib/protocol/role'
import { announce } from '../../hooks/announcer'
import { useEditor } from '../../hooks/EditorProvider'
import { toast } from '../../ui/toast'
import { useRestore } from './useRestore'
import { useWhen } from './versionWords'

/** Milliseconds that it is said for, with the way to undo it: it changed the map under everybody's hands. */
const duration = 30_000

const ignore = (): void => undefined

/** Says when somebody else has put a version back: who, which, and who can undo it. Draws nothing. */
export function RestoredKeeper(): null {
  const t = useTranslations('versions')
  const editor = useEditor()
  const when = useWhen()
  const { takeBack } = useRestore(ignore)
  useEffect(
    () =>
      editor.onEvent((event) => {
        if (event.kind !== 'restored') return
        const told = restoredSchema.safeParse(event.restored).data
        const self = editor.self.get()
        if (told === undefined || (told.by !== undefined && told.by.id === self.id)) return
        const { id, by, version } = told
        const mine = mayRun(self.role)
        const words = t('putBack', {
          ...{ known: by === undefined ? 'no' : 'yes', by: by?.name ?? '' },
          ...{ named: version.name === undefined ? 'no' : 'yes', name: version.name ?? '', when: when(version) },
          mine: mine ? 'yes' : 'no',
        })
        announce(words)
        toast.anew('restored', words, {
          duration,
          ...(mine && { action: { label: t('undo'), onClick: () => void takeBack(id) } }),
        })
      }),
    [editor, t, when, takeBack],
  )
  return null
}
