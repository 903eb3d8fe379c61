'use client'
import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ListedLink } from '../../../lib/protocol/links'
import { Button } from '../../ui/Button'
import { EndSetting } from './EndSetting'
import { PasscodeSetting } from './PasscodeSetting'
import type { MapLinks } from './useMapLinks'

export interface LinkSettingsProps {
  readonly id: string
  readonly label: string
  readonly link: ListedLink
  readonly links: MapLinks
  readonly now: number
  readonly onRenew: () => void
}

/** All that can be done with a link short of switching it off: a passcode, an end, a new address. */
export function LinkSettings({ id, label, link, links, now, onRenew }: LinkSettingsProps) {
  const t = useTranslations('panels.share')
  return (
    <section
      id={id}
      aria-label={label}
      className="mt-1 mb-2 flex flex-col gap-5 rounded-card border border-hairline bg-canvas p-4"
    >
      <PasscodeSetting link={link} onSet={(passcode) => links.guard(link, { passcode })} />
      <EndSetting link={link} now={now} onSet={(ends) => links.guard(link, { ends })} />
      <div className="flex flex-col items-start gap-2">
        <p className="text-second text-muted">{t('renewAbout')}</p>
        <Button size="small" icon={<RefreshCw size={14} aria-hidden />} onClick={onRenew}>
          {t('renew')}
        </Button>
      </div>
    </section>
  )
}
