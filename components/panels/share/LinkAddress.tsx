'use client'
import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { TextInput } from '../../ui/TextInput'
import { QrCode } from './QrCode'
import { useCopyLink } from './useCopyLink'

export interface LinkAddressProps {
  readonly url: string
  readonly label: string
  readonly hint: string
  /** What the QR code is, for those who do not see it. */
  readonly qrLabel: string
  /** Below the QR code. */
  readonly scan: string
  /** Below the address. */
  readonly children?: ReactNode
}

/** The address of a link: to read, to copy, to scan. */
export function LinkAddress({ url, label, hint, qrLabel, scan, children }: LinkAddressProps) {
  const t = useTranslations('panels.share')
  const copy = useCopyLink()
  return (
    <div className="flex flex-col gap-4 sm:flex-row">
      <div className="flex min-w-0 flex-1 flex-col gap-4">
        <div className="flex flex-col gap-2">
          <Field label={label} hint={hint}>
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
        {children}
      </div>
      <figure className="flex flex-col items-center gap-1.5">
        <QrCode text={url} label={qrLabel} />
        <figcaption className="text-meta text-muted">{scan}</figcaption>
      </figure>
    </div>
  )
}
