'use client'
import { Copy, Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useState } from 'react'
import { toast } from '../ui/toast'
import type { TypedText } from '../hooks/typedTexts'
import { copyText } from '../panels/share/copyText'
import { Button } from '../ui/Button'
import type { Parting } from './parting'

/** What somebody can still take along from a map that they are shut out of: their words, and a copy. */
export function PartingOffer({ parting }: { readonly parting: Parting }) {
  const t = useTranslations('losses.parting')
  const [taken, setTaken] = useState<ReadonlySet<unknown>>(new Set())
  const { typed, unsent, kept, saveCopy } = parting
  const take = (what: unknown): void => setTaken((before) => new Set([...before, what]))

  // What is here is nowhere else: leaving is asked about until it has been taken along.
  const isOwed = typed.some((one) => !taken.has(one)) || (unsent > 0 && !kept && !taken.has(saveCopy))
  useEffect(() => {
    if (!isOwed) return undefined
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isOwed])

  return (
    <div className="mt-5 flex flex-col gap-5 border-t border-hairline pt-5">
      {typed.length === 0 ? null : (
        <section className="flex flex-col gap-3" aria-label={t('typed')}>
          <h2 className="text-body font-semibold">{t('typed')}</h2>
          {typed.map((one) => (
            <TypedWords key={`${one.field} ${one.text}`} typed={one} onTaken={() => take(one)} />
          ))}
        </section>
      )}
      {unsent === 0 && saveCopy === undefined ? null : (
        <section className="flex flex-col items-start gap-3" aria-label={t('copy')}>
          <h2 className="text-body font-semibold">{t('copy')}</h2>
          {unsent > 0 ? (
            <p className="text-body text-ink">
              {t('unsent', { count: unsent, copy: saveCopy === undefined ? 'no' : 'yes' })}
              {kept ? ` ${t('kept', { count: unsent })}` : ''}
            </p>
          ) : null}
          {saveCopy === undefined ? null : (
            <>
              <p className="text-body text-muted">{t('file', { typed: typed.length })}</p>
              <Button
                variant="primary"
                icon={<Download size={16} aria-hidden />}
                onClick={() => {
                  saveCopy()
                  take(saveCopy)
                }}
              >
                {t('download')}
              </Button>
            </>
          )}
        </section>
      )}
    </div>
  )
}

/** One text that did not reach the map, whole, to be read, marked or copied. */
function TypedWords({ typed, onTaken }: { readonly typed: TypedText; readonly onTaken: () => void }) {
  const t = useTranslations('losses')
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <span id={id} className="text-second text-muted">
        {typed.field}
      </span>
      <div className="flex items-start gap-2">
        <p
          aria-labelledby={id}
          role="group"
          tabIndex={0}
          dir="auto"
          className="max-h-48 min-w-0 flex-1 overflow-auto rounded-button border border-hairline bg-canvas px-3 py-1.75 text-body break-words whitespace-pre-wrap select-text pointer-coarse:py-2.75"
        >
          {typed.text}
        </p>
        <Button
          icon={<Copy size={16} aria-hidden />}
          aria-label={t('copyField', { field: typed.field })}
          onClick={() => {
            void copyText(typed.text).then((done) => {
              if (done) onTaken()
              toast(t(done ? 'copied' : 'notCopied'))
            })
          }}
        >
          {t('copy')}
        </Button>
      </div>
    </div>
  )
}
