'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import type { ListedLink } from '../../../lib/protocol/links'
import type { LinkGrant } from '../../../lib/protocol/role'
import { Button } from '../../ui/Button'
import { formatMoment } from '../inspector/moment'
import { hasEnded } from './linkEnd'
import { LinkMarks } from './LinkMarks'
import { LinkSettings } from './LinkSettings'
import { useCopyLink } from './useCopyLink'
import type { MapLinks } from './useMapLinks'

interface LinkActs {
  readonly links: MapLinks
  /** The server's time. */
  readonly now: number
  readonly onRevoke: (link: ListedLink) => void
  readonly onRenew: (link: ListedLink) => void
}

/** Every kind of link one may hand out, with those that work or worked, and what each has before it. */
export function LinkRows({ grants, ...acts }: LinkActs & { readonly grants: readonly LinkGrant[] }) {
  const t = useTranslations('panels.share')
  return (
    <section aria-label={t('links')}>
      <h3 className="pb-1 text-second font-medium">{t('links')}</h3>
      <ul className="flex flex-col divide-y divide-hairline border-y border-hairline">
        {grants.map((grant) => (
          <GrantRow key={grant} grant={grant} {...acts} />
        ))}
      </ul>
    </section>
  )
}

function GrantRow({ grant, ...acts }: LinkActs & { readonly grant: LinkGrant }) {
  const t = useTranslations('panels.share')
  const copy = useCopyLink()
  const [busy, setBusy] = useState(false)
  const { links, now } = acts
  const known = links.known[grant]
  const listed = links.links.filter((link) => link.grant === grant)
  const mayCopy = listed.some((link) => link.id === known?.id && !hasEnded(link, now))
  const name = t(`grants.${grant}.name`)
  return (
    <li className="flex flex-col gap-1 py-2.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <div className="min-w-40 flex-1">
          <h4 className="text-body font-medium">{name}</h4>
          <p className="text-second text-muted">{t(`grants.${grant}.may`)}</p>
        </div>
        {known === undefined || !mayCopy ? null : (
          <Button size="small" aria-label={t('copyNamed', { name })} onClick={() => copy(known.url)}>
            {t('copy')}
          </Button>
        )}
        <Button
          size="small"
          variant="quiet"
          busy={busy}
          aria-label={t('newNamed', { name })}
          onClick={() => {
            setBusy(true)
            void links.create(grant).then((url) => {
              setBusy(false)
              if (url !== undefined) copy(url)
            })
          }}
        >
          {t('newShort')}
        </Button>
      </div>
      {listed.length === 0 ? null : (
        <ul className="flex flex-col gap-1">
          {listed.map((link) => (
            <LinkRow key={link.id} link={link} {...acts} />
          ))}
        </ul>
      )}
    </li>
  )
}

const quietClass = 'h-8 shrink-0 rounded-button px-2 text-second hover:bg-hover pointer-coarse:h-11'

function LinkRow({ link, links, now, onRevoke, onRenew }: LinkActs & { readonly link: ListedLink }) {
  const t = useTranslations('panels.share')
  const locale = useLocale()
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const made = formatMoment(link.createdAt, locale, now)
  const used = link.lastUsedAt === null ? undefined : formatMoment(link.lastUsedAt, locale, now)
  const words = { name: t(`grants.${link.grant}.name`), made }
  // What was renewed is over; only who came by it is left to be shut out.
  const mayChange = link.renewedAt === null
  return (
    <li className="flex flex-col gap-1">
      <div className="flex min-h-8 items-center gap-1 text-meta text-muted">
        <div className="flex min-w-0 flex-1 flex-col gap-0.5">
          <span>{used === undefined ? t('madeUnused', { made }) : t('madeUsed', { made, used })}</span>
          <LinkMarks link={link} now={now} />
        </div>
        {mayChange ? (
          <button
            type="button"
            aria-label={t('changeNamed', words)}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setIsOpen(!isOpen)}
            className={`${quietClass} text-ink`}
          >
            {t('change')}
          </button>
        ) : null}
        <button
          type="button"
          aria-label={t('revokeNamed', words)}
          onClick={() => onRevoke(link)}
          className={`${quietClass} text-danger`}
        >
          {t('revoke')}
        </button>
      </div>
      {isOpen && mayChange ? (
        <LinkSettings
          id={id}
          label={t('settingsOf', words)}
          link={link}
          links={links}
          now={now}
          onRenew={() => onRenew(link)}
        />
      ) : null}
    </li>
  )
}
