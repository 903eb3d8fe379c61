'use client'
import { ExternalLink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { limits } from '../../../lib/base/limits'
import { completeWebAddress, hostOf, isWebAddress } from '../../../lib/base/webAddress'
import { setLinkFields } from '../../../lib/commands/setLinkFields'
import type { MapLink } from '../../../lib/model/link'
import { useRun } from '../../hooks/useRun'
import { Field } from '../../ui/Field'
import { TextInput } from '../../ui/TextInput'
import { useDraft } from '../useDraft'

/** Where the evidence for a link is to be found: a field for the address, and a way there. */
export function EvidenceLink({ link, readOnly }: { readonly link: MapLink; readonly readOnly: boolean }) {
  const t = useTranslations('claims.evidence')
  const address = link.evidenceUrl
  if (readOnly && address === undefined) return null
  return (
    <div className="flex flex-col gap-2">
      {readOnly ? (
        <p className="text-second font-medium">{t('label')}</p>
      ) : (
        <AddressField key={link.id} link={link} stored={address ?? ''} />
      )}
      {address === undefined ? null : (
        <a
          href={address}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t('open', { host: hostOf(address) })}
          className="inline-flex min-h-8 max-w-full items-center gap-1.5 self-start text-second font-medium text-accent underline-offset-2 hover:underline pointer-coarse:min-h-11"
        >
          <ExternalLink size={14} aria-hidden className="shrink-0" />
          <span className="truncate" dir="ltr">
            {hostOf(address)}
          </span>
        </a>
      )}
    </div>
  )
}

function AddressField({ link, stored }: { readonly link: MapLink; readonly stored: string }) {
  const t = useTranslations('claims.evidence')
  const run = useRun()
  /** What was typed and is no address: stays in the field, with the reason under it. */
  const [refused, setRefused] = useState<string>()
  const isOpen = useRef(true)
  // Before the draft's own, so that what is kept on leaving finds the field gone.
  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])
  const draft = useDraft({
    field: t('label'),
    of: link.id,
    stored: refused ?? stored,
    oneLine: true,
    commit: (typed) => {
      const text = completeWebAddress(typed)
      const isFit = text === '' || isWebAddress(text)
      setRefused(isFit ? undefined : typed)
      // A field that is gone cannot say what is wrong: then the command's own words do.
      if (isFit || !isOpen.current) {
        run(setLinkFields, { links: [link.id], fields: { evidenceUrl: text === '' ? null : text } })
      }
    },
  })
  const isBad = refused !== undefined && draft.value === refused
  return (
    <Field label={t('label')} hint={t('hint')} error={isBad ? t('bad') : undefined}>
      {(control) => (
        <TextInput
          {...control}
          {...draft}
          inputMode="url"
          dir="ltr"
          placeholder={t('placeholder')}
          maxLength={limits.webAddress}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setRefused(undefined)
            draft.onKeyDown(event)
          }}
        />
      )}
    </Field>
  )
}
