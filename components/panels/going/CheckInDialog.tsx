'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useEditor } from '../../hooks/EditorProvider'
import { Dialog } from '../../ui/Dialog'
import { CheckInButtons, CheckInFields, useCheckIn } from './CheckInForm'

/** A check-in on the one element that is selected. */
export function CheckInDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('going.checkIn')
  const editor = useEditor()
  const [about] = useState(() => editor.selection.get().elements[0])
  const [name] = useState(() => (about === undefined ? '' : (editor.view.get().elements.get(about)?.label ?? '')))
  return about === undefined ? null : <About about={about} name={name === '' ? t('unnamed') : name} onClose={onClose} />
}

function About({
  about,
  name,
  onClose,
}: {
  readonly about: string
  readonly name: string
  readonly onClose: () => void
}) {
  const t = useTranslations('going.checkIn')
  const checkIn = useCheckIn(about, onClose)
  return (
    <Dialog
      open
      startsInside
      onOpenChange={(open) => (open ? undefined : checkIn.leave())}
      title={t('title', { name })}
      footer={<CheckInButtons of={checkIn} />}
    >
      <CheckInFields of={checkIn} />
    </Dialog>
  )
}
