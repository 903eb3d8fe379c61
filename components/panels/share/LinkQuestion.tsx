'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ListedLink } from '../../../lib/protocol/links'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { Dialog } from '../../ui/Dialog'
import { toast } from '../../ui/toast'
import { LinkAddress } from './LinkAddress'
import { LinkMarks } from './LinkMarks'
import type { MapLinks, NewLink } from './useMapLinks'

/** What is to be done with a link that cannot be taken back. */
export interface LinkAct {
  readonly kind: 'revoke' | 'renew'
  readonly link: ListedLink
}

export interface LinkQuestionProps {
  readonly asked: LinkAct | undefined
  readonly links: MapLinks
  /** The server's time. */
  readonly now: number
  /** It was answered, or put away. */
  readonly onAnswered: () => void
  /** The new link was looked at. What asked for it is no longer there to take the focus back. */
  readonly onSeen: () => void
}

/** Says what switching off or renewing does, before it is done; and shows the link that is new. */
export function LinkQuestion({ asked, links, now, onAnswered, onSeen }: LinkQuestionProps) {
  const t = useTranslations('panels.share')
  const [made, setMade] = useState<NewLink>()
  const act = async ({ kind, link }: LinkAct): Promise<void> => {
    if (kind === 'revoke') {
      if (await links.revoke(link)) toast.success(t('revoked'))
      return
    }
    setMade(await links.renew(link))
  }
  const close = (): void => {
    setMade(undefined)
    // After the dialog has given the focus back, in vain.
    setTimeout(onSeen)
  }
  // What was asked stays to be read while the question fades.
  const kind = asked?.kind ?? 'revoke'
  return (
    <>
      <ConfirmDialog
        open={asked !== undefined}
        onOpenChange={(open) => (open ? undefined : onAnswered())}
        danger={kind === 'revoke'}
        title={t(`${kind}Title`)}
        description={t(kind === 'revoke' ? 'revokeAbout' : 'renewQuestion', {
          name: asked === undefined ? '' : t(`grants.${asked.link.grant}.name`),
          has: asked?.link.hasPasscode === true ? 'yes' : 'no',
        })}
        confirm={t(kind)}
        onConfirm={() => {
          if (asked !== undefined) void act(asked)
          onAnswered()
        }}
      />
      <Dialog
        open={made !== undefined}
        onOpenChange={(open) => (open ? undefined : close())}
        title={t('renewedTitle')}
        description={t('renewedAbout')}
        footer={<Button onClick={close}>{t('done')}</Button>}
      >
        {made === undefined ? null : (
          <LinkAddress
            url={made.url}
            label={t('renewedLabel', { name: t(`grants.${made.link.grant}.name`) })}
            hint={t(`grants.${made.link.grant}.may`)}
            qrLabel={t('renewedQr')}
            scan={t('renewedScan')}
          >
            <LinkMarks link={made.link} now={now} />
          </LinkAddress>
        )}
      </Dialog>
    </>
  )
}
