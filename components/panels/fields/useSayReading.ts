import { useTranslations } from 'next-intl'
import type { CustomField } from '../../../lib/model/customField'
import { customText, toCustomValue, type Reading } from '../../../lib/model/customValue'
import { toast } from '../../ui/toast'
import { ownReading } from './ownReading'

const others: Readonly<Record<Reading, Reading>> = {
  thousands: 'decimals',
  decimals: 'thousands',
  'day-first': 'month-first',
  'month-first': 'day-first',
}

/**
 * Says as what a number or a date was read that can be read in two ways, and offers the other. Says nothing of any other
 * text.
 */
export function useSayReading(): (
  field: Pick<CustomField, 'name' | 'type'>,
  typed: string,
  write: (other: string | number) => void,
) => void {
  const t = useTranslations('fields.reading')
  return (field, typed, write) => {
    const text = typed.trim()
    const own = field.type === 'number' || field.type === 'date' ? ownReading(text) : undefined
    if (own === undefined) return
    const value = toCustomValue(field, text, own)
    const other = toCustomValue(field, text, others[own])
    if (value === undefined || value === null || other === undefined || other === null) return
    toast(t('read', { field: field.name, text, value: customText(value) }), {
      id: 'reading',
      duration: 12_000,
      action: { label: t('other', { value: customText(other) }), onClick: () => write(other) },
    })
  }
}
