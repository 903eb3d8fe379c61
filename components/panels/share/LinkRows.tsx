'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { LinkGrant } from '../../../lib/protocol/role'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { toast } from '../../ui/toast'
import { formatMoment } from '../inspector/moment'
import { useCopyLink } from './InviteSection'
import type { ListedLink, MapLinks } from './useMapLinks'

/** Every kind of link one may hand out, with those that work now and a way to switch each off. */
export function LinkRows({ grants, links }: { readonly grants: readonly LinkGrant[]; readonly links: MapLinks }) {
  const t = useTranslations('panels.share')
  const [asked, setAsked] = useState<ListedLink>()
  return (
    <section aria-label={t('links')}>
      <h3 className="pb-1 text-second font-medium">{t('links')}</h3>
      <ul className="flex flex-col divide-y divide-hairline border-y border-hairline">
        {grants.map((grant) => (
          <GrantRow key={grant} grant={grant} links={links} onRevoke={setAsked} />
        ))}
      </ul>
      <ConfirmDialog
        open={asked !== undefined}
        onOpenChange={(open) => (open ? undefined : setAsked(undefined))}
        danger
        title={t('revokeTitle')}
        description={t('revokeAbout')}
        confirm={t('revoke')}
        onConfirm={() => {
          if (asked === undefined) return
          void links.revoke(asked).then((done) => {
            if (done) toast.success(t('revoked'))
          })
          setAsked(undefined)
        }}
      />
    </section>
  )
}

function GrantRow({
  grant,
  links,
  onRevoke,
}: {
  readonly grant: LinkGrant
  readonly links: MapLinks
  readonly onRevoke: (link: ListedLink) => void
}) {
  const t = useTranslations('panels.share')
  const copy = useCopyLink()
  const [busy, setBusy] = useState(false)
  const known = links.known[grant]
  const working = links.links.filter((link) => link.grant === grant)
  const name = t(`grants.${grant}.name`)
  return (
    <li className="flex flex-col gap-1 py-2.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <div className="min-w-40 flex-1">
          <h4 className="text-body font-medium">{name}</h4>
          <p className="text-second text-muted">{t(`grants.${grant}.may`)}</p>
        </div>
        {known === undefined ? null : (
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
      {working.length === 0 ? null : (
        <ul>
          {working.map((link) => (
            <WorkingLink key={link.id} link={link} onRevoke={() => onRevoke(link)} />
          ))}
        </ul>
      )}
    </li>
  )
}

function WorkingLink({ link, onRevoke }: { readonly link: ListedLink; readonly onRevoke: () => void }) {
  const t = useTranslations('panels.share')
  const locale = useLocale()
  const made = formatMoment(link.createdAt, locale, Date.now())
  const used = link.lastUsedAt === null ? undefined : formatMoment(link.lastUsedAt, locale, Date.now())
  return (
    <li className="flex min-h-8 items-center gap-2 text-meta text-muted">
      <span className="min-w-0 flex-1">
        {used === undefined ? t('madeUnused', { made }) : t('madeUsed', { made, used })}
      </span>
      <button
        type="button"
        aria-label={t('revokeNamed', { name: t(`grants.${link.grant}.name`), made })}
        onClick={onRevoke}
        className="h-8 shrink-0 rounded-button px-2 text-second text-danger hover:bg-hover pointer-coarse:h-11"
      >
        {t('revoke')}
      </button>
    </li>
  )
}
