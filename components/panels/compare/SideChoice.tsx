'use client'
import { FilePlus2, Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { buttonClass } from '../../ui/buttonClass'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Select, type SelectOption } from '../../ui/Select'
import { letterOf, mostSides, type SideKey } from './sides'

const acceptedFiles = '.json,.csv,.tsv,.txt,.png,.svg,application/json,text/csv,image/png,image/svg+xml'

/** What is compared: two, or more, each by its letter. */
export function SideChoice({
  sides,
  options,
  onChange,
  onFiles,
}: {
  readonly sides: readonly (SideKey | undefined)[]
  readonly options: readonly SelectOption<SideKey>[]
  readonly onChange: (sides: readonly (SideKey | undefined)[]) => void
  readonly onFiles: (files: readonly File[]) => void
}) {
  const t = useTranslations('compare')
  const id = useId()
  const isFull = sides.length >= mostSides
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{t('choice')}</legend>
      {sides.map((side, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a side is its place: the same map may stand in two
        <div key={place} className="flex items-center gap-2">
          <span aria-hidden className="w-4 shrink-0 text-second font-semibold text-muted">
            {letterOf(place)}
          </span>
          <Select
            label={t('side', { letter: letterOf(place) })}
            placeholder={t('choose')}
            value={side}
            options={options}
            onChange={(next) => onChange(sides.with(place, next))}
            className="min-w-0 flex-1"
          />
          {sides.length > 2 ? (
            <IconButton
              size="small"
              label={t('remove', { letter: letterOf(place) })}
              onClick={() => onChange(sides.toSpliced(place, 1))}
            >
              <X size={16} aria-hidden />
            </IconButton>
          ) : null}
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <label
          htmlFor={id}
          className={`${buttonClass({ size: 'small' })} focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent`}
        >
          <FilePlus2 size={16} aria-hidden />
          {t('addFiles')}
          <input
            id={id}
            type="file"
            multiple
            accept={acceptedFiles}
            aria-describedby={`${id}-hint`}
            className="sr-only"
            onChange={(event) => {
              onFiles([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
        </label>
        {isFull ? null : (
          <Button
            size="small"
            variant="quiet"
            icon={<Plus size={16} aria-hidden />}
            onClick={() => onChange([...sides, undefined])}
          >
            {t('another')}
          </Button>
        )}
      </div>
      <p id={`${id}-hint`} className="text-meta text-muted">
        {t('addFilesHint')}
      </p>
    </fieldset>
  )
}
