'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
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
  readonly about: ElementId
  readonly name: string
  readonly onClose: () => void
}) {
  const t = useTranslations('going.checkIn')
  const editor = useEditor()
  const workspace = useWorkspace()
  const reopen = (): void => {
    editor.select({ elements: [about], links: [] })
    workspace.openDialog('check-in')
  }
  const checkIn = useCheckIn(about, onClose, { reopen })
  const leave = (): void => {
    checkIn.form.leave()
    onClose()
  }
  return (
    <Dialog
      open
      startsInside
      onOpenChange={(open) => (open ? undefined : leave())}
      title={t('title', { name })}
      footer={<CheckInButtons of={checkIn} onDone={onClose} />}
    >
      <CheckInFields of={checkIn} />
    </Dialog>
  )
}
