'use client'
import { useTranslations } from 'next-intl'
import { limits } from '../../lib/base/limits'
import { setMapFields } from '../../lib/commands/setMapFields'
import { useView } from '../hooks/useMap'
import { useMayEdit } from '../hooks/useMayEdit'
import { useRun } from '../hooks/useRun'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextField } from './inspector/TextField'

/** The question that the map is to answer: written together, and the first thing that a report says. */
export function QuestionDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('panels.question')
  const run = useRun()
  const mayEdit = useMayEdit()
  const stored = useView(({ meta }) => meta.description)
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="small"
      title={t('title')}
      description={t(mayEdit ? 'hint' : stored === '' ? 'none' : 'read')}
      footer={<Button onClick={onClose}>{t('done')}</Button>}
    >
      {mayEdit || stored !== '' ? (
        <TextField
          long
          hideLabel
          label={t('label')}
          placeholder={t('example')}
          stored={stored}
          maxLength={limits.description}
          readOnly={!mayEdit}
          onCommit={(description) => run(setMapFields, { fields: { description } })}
        />
      ) : null}
    </Dialog>
  )
}
