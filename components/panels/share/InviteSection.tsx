'use client'
import { Link2, RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ListedLink } from '../../../lib/protocol/links'
import { Button } from '../../ui/Button'
import { CodeSection } from './CodeSection'
import { LinkAddress } from './LinkAddress'
import { hasEnded } from './linkEnd'
import { LinkMarks, useEndWords } from './LinkMarks'
import { useCopyLink } from './useCopyLink'
import type { MapLinks } from './useMapLinks'

export interface InviteSectionProps {
  readonly mapId: string
  readonly links: MapLinks
  /** The server's time. */
  readonly now: number
  readonly onRenew: (link: ListedLink) => void
}

/** The link for taking part: to copy, to scan, or as a code to type. */
export function InviteSection({ mapId, links, now, onRenew }: InviteSectionProps) {
  const t = useTranslations('panels.share')
  const copy = useCopyLink()
  const endWords = useEndWords()
  const [busy, setBusy] = useState(false)
  const known = links.known.contribute
  const link = links.links.find(({ id }) => id === known?.id)
  const create = async (): Promise<void> => {
    setBusy(true)
    const made = await links.create('contribute')
    setBusy(false)
    if (made !== undefined) copy(made)
  }
  return (
    <section aria-label={t('invite')} className="flex flex-col gap-4">
      {known === undefined || link === undefined ? (
        <div className="flex flex-col items-start gap-2">
          <p className="text-body">{t('keyUnknown')}</p>
          <Button variant="primary" busy={busy} icon={<Link2 size={16} aria-hidden />} onClick={() => void create()}>
            {t('newLink')}
          </Button>
          <CodeSection mapId={mapId} links={links} now={now} />
        </div>
      ) : hasEnded(link, now) ? (
        <div className="flex flex-col items-start gap-2">
          <p className="text-body">{t('inviteEnded', { end: endWords(link, now) ?? '' })}</p>
          <Button variant="primary" icon={<RefreshCw size={16} aria-hidden />} onClick={() => onRenew(link)}>
            {t('renew')}
          </Button>
        </div>
      ) : (
        <LinkAddress
          url={known.url}
          label={t('invite')}
          hint={t('grants.contribute.may')}
          qrLabel={t('qr')}
          scan={t('scan')}
        >
          <LinkMarks link={link} now={now} />
          <CodeSection mapId={mapId} links={links} now={now} />
        </LinkAddress>
      )}
    </section>
  )
}
