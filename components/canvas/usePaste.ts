'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { usePreload } from '../hooks/usePreload'
import { toast } from '../ui/toast'
import { pasteList } from './clipboard'
import type { Stage } from './stage'

const loadPasting = async () => (await import('./pasteText')).pasteText

const parts = [{ preload: () => void loadPasting().catch(() => undefined) }]

/**
 * Puts a text on the map and says where the rest of it is if it was too long for a name. What it takes comes once the
 * map is there; a text that is pasted before waits for it.
 */
export function usePaste(stage: Stage): (text: string) => void {
  const t = useTranslations('canvas')
  const tCommon = useTranslations('common')
  usePreload(parts)
  return useCallback(
    (text) => {
      if (pasteList(stage, text)) return
      loadPasting().then(
        (pasteText) => {
          if (pasteText(stage, text) === 'rest-in-description') toast(t('pastedLong'), { id: 'pasted-long' })
        },
        () => toast.error(tCommon('partLate'), { id: 'part-late' }),
      )
    },
    [stage, t, tCommon],
  )
}
