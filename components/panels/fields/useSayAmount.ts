import { useTranslations } from 'next-intl'
import { isOpenComma, readAmount } from '../../../lib/model/amount'
import { toast } from '../../ui/toast'
import { ownComma } from './ownComma'

/**
 * Says as what a number was read of which its comma does not tell, and offers the other reading. Says nothing of any
 * other text.
 */
export function useSayAmount(): (field: string, typed: string, write: (other: number) => void) => void {
  const t = useTranslations('fields.amount')
  return (field, typed, write) => {
    const text = typed.trim()
    if (!isOpenComma(text)) return
    const comma = ownComma()
    const value = readAmount(text, comma)
    const other = readAmount(text, comma === 'thousands' ? 'decimals' : 'thousands')
    if (value === undefined || other === undefined) return
    toast(t('read', { field, text, value: String(value) }), {
      id: 'amount',
      duration: 12_000,
      action: { label: t('other', { value: String(other) }), onClick: () => write(other) },
    })
  }
}
