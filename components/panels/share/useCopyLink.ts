'use client'
import { useTranslations } from 'next-intl'
import { toast } from '../../ui/toast'
import { copyText } from './copyText'

/** Copies an address and says so. */
export function useCopyLink(): (url: string) => void {
  const t = useTranslations('panels.share')
  return (url) => {
    void copyText(url).then((copied) => {
      if (copied) toast.success(t('copied'), { id: 'copied' })
      else toast.error(t('copyFailed'), { id: 'copied' })
    })
  }
}
