'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMayEdit } from '../hooks/useMayEdit'
import { Button } from '../ui/Button'
import { useAddStakeholder } from './useAddStakeholder'

/** Below a view: the stakeholders that have no place in it yet, and a button for one more. */
export function WaitingRow({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  const t = useTranslations('views')
  const mayEdit = useMayEdit()
  const add = useAddStakeholder()
  return (
    <>
      {count === 0 ? null : (
        <>
          <span className="text-second text-muted">{t('waiting', { count })}</span>
          {children}
        </>
      )}
      {mayEdit ? (
        <Button size="small" variant="quiet" icon={<Plus size={16} aria-hidden />} onClick={() => add()}>
          {t('add')}
        </Button>
      ) : null}
    </>
  )
}
