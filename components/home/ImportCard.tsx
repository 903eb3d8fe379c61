'use client'
import { Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '../ui/Button'
import { Spinner } from '../ui/Spinner'

/** What the file chooser offers first; the server looks inside anyway. */
const accepted = '.json,.csv,.tsv,.txt,.png,.svg,.xlsx,.graphml,.gexf,.gml,.xml'

export interface ImportCardProps {
  /** Names of the files being read. */
  readonly reading: readonly string[] | undefined
  readonly onFiles: (files: readonly File[]) => void
}

/** A file of another program becomes a map: by choosing it, or by dropping it anywhere on the page. */
export function ImportCard({ reading, onFiles }: ImportCardProps) {
  const t = useTranslations('home.import')
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <section
      aria-labelledby="import"
      className="flex flex-col items-center rounded-panel border border-dashed border-node-border px-6 py-7 text-center"
    >
      <Upload size={24} aria-hidden className="text-muted" />
      <h2 id="import" className="mt-3 text-timer font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 text-second text-balance text-muted">{t('formats')}</p>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept={accepted}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      <Button className="mt-4" busy={reading !== undefined} onClick={() => chooser.current?.click()}>
        {t('choose')}
      </Button>
      <div role="status" className="mt-3 flex items-center gap-2 text-second text-muted empty:hidden">
        {reading === undefined ? null : (
          <>
            <Spinner size={16} />
            <span className="min-w-0 break-words">
              {t('working', { count: reading.length, name: reading[0] ?? '' })}
            </span>
          </>
        )}
      </div>
    </section>
  )
}
