'use client'
import { useTranslations } from 'next-intl'
import { savePractice } from '../../../lib/commands/savePractice'
import { nameOfPractice } from '../../../lib/model/practice/practices'
import type { PracticeRecord } from '../../../lib/model/practiceRecord'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'
import { GoneNotice } from '../results/GoneNotice'

/** Says that the experiment that was open here was deleted meanwhile, and puts it back as it was last. */
export function DeletedNotice({ id, lastSeen }: { readonly id: string; readonly lastSeen: PracticeRecord }) {
  const t = useTranslations('experiments.deleted')
  const run = useRun()
  const mayEdit = useMayEdit()
  return (
    <div className="flex flex-col gap-2 px-4 pb-3">
      <GoneNotice>{t('told', { name: nameOfPractice(lastSeen) })}</GoneNotice>
      {mayEdit ? (
        <Button
          size="small"
          className="self-start"
          onClick={() => run(savePractice, { kind: 'experiment', id, fields: {}, lastSeen })}
        >
          {t('back')}
        </Button>
      ) : null}
    </div>
  )
}
