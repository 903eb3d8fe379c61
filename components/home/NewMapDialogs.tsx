'use client'
import { useTranslations } from 'next-intl'
import { limits } from '../../lib/base/limits'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { AskDialog } from './AskDialog'
import { ImportReport } from './ImportReport'
import { ReadAsChoice } from './ReadAsChoice'
import { TiesReadAsChoice } from './TiesReadAsChoice'
import type { NewMap } from './useNewMap'

/** What the making of a map asks and tells on its way: a first name, the create key, what an import lost. */
export function NewMapDialogs({ newMap }: { readonly newMap: NewMap }) {
  const t = useTranslations('home')
  const common = useTranslations('common')
  const { making, giveName, giveKey, readAgain, open, cancel } = newMap
  switch (making.kind) {
    case 'asking-name':
      return (
        <AskDialog
          title={t('name.title')}
          why={t('name.why')}
          label={t('name.label')}
          missing={t('name.missing')}
          submit={t('name.submit')}
          input={{ name: 'first-name', autoComplete: 'given-name', maxLength: limits.name }}
          onAnswer={giveName}
          onCancel={cancel}
        />
      )
    case 'asking-key':
      return (
        <AskDialog
          title={t('key.title')}
          why={t('key.why')}
          label={t('key.label')}
          missing={t('key.missing')}
          error={making.wrong ? t('key.wrong') : undefined}
          submit={t('key.submit')}
          input={{ name: 'create-key', type: 'password', maxLength: 200 }}
          onAnswer={giveKey}
          onCancel={cancel}
        />
      )
    case 'report': {
      const { id, title, report } = making.answer
      return (
        <Dialog
          open
          title={title === '' ? t('report.untitled', { name: common('untitled') }) : t('report.title', { title })}
          // The map is made already; there is nothing to go back to.
          onOpenChange={() => open(id)}
          footer={
            <>
              <span className="me-auto text-second text-muted">{t('report.stays')}</span>
              <Button variant="primary" onClick={() => open(id)}>
                {t('report.open')}
              </Button>
            </>
          }
        >
          <div className="flex flex-col gap-4">
            <ReadAsChoice report={report} as={making.wish.as} onChange={(as) => readAgain({ as })} />
            <TiesReadAsChoice report={report} ties={making.wish.ties} onChange={(ties) => readAgain({ ties })} />
            <ImportReport report={report} open />
          </div>
        </Dialog>
      )
    }
    default:
      return null
  }
}
