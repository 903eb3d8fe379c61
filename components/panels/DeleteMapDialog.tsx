'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { api } from '../hooks/api'
import { useEditor } from '../hooks/EditorProvider'
import { useSelf, useView } from '../hooks/useMap'
import { useApiProblem } from '../hooks/useApiProblem'
import { forgetSeat } from '../join/seat'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { toast } from '../ui/toast'

/** Asks an owner whether the map is to go for good; afterwards they are on the start page. */
export function DeleteMapDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('panels.delete')
  const untitled = useTranslations('common')('untitled')
  const say = useApiProblem()
  const router = useRouter()
  const { mapId } = useEditor()
  const { id: participant } = useSelf()
  const title = useView((view) => view.meta.title)

  const remove = async (): Promise<void> => {
    const answer = await api.deleteMap({ mapId, participant })
    if (!answer.ok) {
      toast.error(say(answer.reason))
      return
    }
    forgetSeat(mapId)
    router.push('/')
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      danger
      title={t('title', { name: title === '' ? untitled : title })}
      description={t('about')}
      confirm={t('confirm')}
      onConfirm={() => void remove()}
    />
  )
}
