'use client'
import { Copy, Link2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '../../hooks/api'
import { useSelf } from '../../hooks/useMap'
import { useApiProblem } from '../../hooks/useApiProblem'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { TextInput } from '../../ui/TextInput'
import { toast } from '../../ui/toast'
import { formatMoment } from '../inspector/moment'
import { copyText } from './copyText'
import { QrCode } from './QrCode'
import type { MapLinks } from './useMapLinks'

/** Copies an address and says so. */
export function useCopyLink(): (url: string) => void {
  const t = useTranslations('panels.share')
  return (url) => {
    void copyText(url).then((copied) => {
      if (copied) toast.success(t('copied'), { id: 'copied' })
      else toast.error(t('copyFailed'), { id: 'copied' })
    })
  }
}

/** The link for taking part: to copy, to scan, or as a code to type. */
export function InviteSection({ mapId, links }: { readonly mapId: string; readonly links: MapLinks }) {
  const t = useTranslations('panels.share')
  const copy = useCopyLink()
  const [busy, setBusy] = useState(false)
  const url = links.known.contribute?.url
  const create = async (): Promise<void> => {
    setBusy(true)
    const made = await links.create('contribute')
    setBusy(false)
    if (made !== undefined) copy(made)
  }
  return (
    <section aria-label={t('invite')} className="flex flex-col gap-4 sm:flex-row">
      <div className="flex min-w-0 flex-1 flex-col gap-4">
        {url === undefined ? (
          <div className="flex flex-col items-start gap-2">
            <p className="text-body">{t('keyUnknown')}</p>
            <Button variant="primary" busy={busy} icon={<Link2 size={16} aria-hidden />} onClick={() => void create()}>
              {t('newLink')}
            </Button>
          </div>
        ) : (
          <div className="flex flex-col gap-2">
            <Field label={t('invite')} hint={t('grants.contribute.may')}>
              {(control) => (
                <TextInput {...control} readOnly dir="ltr" value={url} onFocus={(event) => event.target.select()} />
              )}
            </Field>
            <div>
              <Button variant="primary" icon={<Copy size={16} aria-hidden />} onClick={() => copy(url)}>
                {t('copy')}
              </Button>
            </div>
          </div>
        )}
        <CodeSection mapId={mapId} />
      </div>
      {url === undefined ? null : (
        <figure className="flex flex-col items-center gap-1.5">
          <QrCode text={url} label={t('qr')} />
          <figcaption className="text-meta text-muted">{t('scan')}</figcaption>
        </figure>
      )}
    </section>
  )
}

function CodeSection({ mapId }: { readonly mapId: string }) {
  const t = useTranslations('panels.share')
  const { id: participant } = useSelf()
  const locale = useLocale()
  const say = useApiProblem()
  const [code, setCode] = useState<{ readonly code: string; readonly expiresAt: number }>()
  const [busy, setBusy] = useState(false)
  const make = async (): Promise<void> => {
    setBusy(true)
    const answer = await api.createCode({ mapId, participant }, 'contribute')
    setBusy(false)
    if (answer.ok) setCode(answer.value)
    else toast.error(say(answer.reason))
  }
  return (
    <div className="flex flex-col items-start gap-1.5">
      <h3 className="text-second font-medium">{t('code')}</h3>
      {code === undefined ? (
        <>
          <p className="text-second text-muted">{t('codeAbout')}</p>
          <Button size="small" busy={busy} onClick={() => void make()}>
            {t('makeCode')}
          </Button>
        </>
      ) : (
        <>
          <p role="status" className="text-title font-semibold tracking-[0.12em]" dir="ltr">
            {`${code.code.slice(0, 3)} ${code.code.slice(3)}`}
          </p>
          <p className="text-second text-muted">
            {t('codeUntil', { host: location.host, time: formatMoment(code.expiresAt, locale, Date.now()) })}
          </p>
        </>
      )}
    </div>
  )
}
