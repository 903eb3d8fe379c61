'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { toast } from '../ui/toast'
import { pasteText } from './clipboard'
import type { Stage } from './stage'

/** Puts a text on the map and says where the rest of it is if it was too long for a name. */
export function usePaste(stage: Stage): (text: string) => void {
  const t = useTranslations('canvas')
  return useCallback(
    (text) => {
      if (pasteText(stage, text) === 'rest-in-description') toast(t('pastedLong'), { id: 'pasted-long' })
    },
    [stage, t],
  )
}
