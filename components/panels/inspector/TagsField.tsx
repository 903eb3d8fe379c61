'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { limits } from '../../../lib/base/limits'
import { tagElements } from '../../../lib/commands/tagElements'
import type { MapElement } from '../../../lib/model/element'
import type { MapView } from '../../../lib/model/mapView'
import { useView } from '../../hooks/useMap'
import { isSameList } from '../../hooks/useObservable'
import { useRun } from '../../hooks/useRun'
import { useTyped } from '../../hooks/useTyped'
import { inputClass } from '../../ui/TextInput'
import { classes } from '../../ui/classes'

const tagsOfMap = (view: MapView): readonly string[] =>
  [...new Set([...view.elements.values()].flatMap((element) => element.tags ?? []))].sort((a, b) => a.localeCompare(b))

/** Tags of one or several elements. Those that only some have are drawn hollow and say so. */
export function TagsField({
  elements,
  readOnly,
}: {
  readonly elements: readonly MapElement[]
  readonly readOnly: boolean
}) {
  const t = useTranslations('panels.inspector')
  const run = useRun()
  const known = useView(tagsOfMap, isSameList)
  const [typed, setTyped] = useState('')
  useTyped(t('tags'), typed)
  const id = useId()
  const tags = [...new Set(elements.flatMap((element) => element.tags ?? []))]
  const ids = elements.map((element) => element.id)
  const add = (tag: string): void => {
    setTyped('')
    if (tag.trim() !== '') run(tagElements, { ids, tag, on: true })
  }
  if (readOnly && tags.length === 0) return null
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-second font-medium">
        {t('tags')}
      </label>
      {tags.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5">
          {tags.map((tag) => {
            const all = elements.every((element) => element.tags?.includes(tag) === true)
            return (
              <li
                key={tag}
                className={classes(
                  'inline-flex h-6 max-w-full items-center rounded-full border ps-2.5 text-meta pointer-coarse:h-9',
                  all ? 'border-transparent bg-hover' : 'border-dashed border-node-border',
                  readOnly && 'pe-2.5',
                )}
              >
                <span className="truncate" dir="auto">
                  {tag}
                </span>
                {all ? null : <span className="ps-1 text-muted">{t('some')}</span>}
                {readOnly ? null : (
                  <button
                    type="button"
                    aria-label={t('removeTag', { tag })}
                    onClick={() => run(tagElements, { ids, tag, on: false })}
                    className="inline-flex size-6 items-center justify-center rounded-full text-muted hover:text-ink pointer-coarse:size-9"
                  >
                    <X size={12} aria-hidden />
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      ) : null}
      {readOnly ? null : (
        <>
          <input
            id={id}
            list={`${id}-known`}
            value={typed}
            maxLength={limits.tag}
            autoComplete="off"
            dir="auto"
            placeholder={t('addTag')}
            onChange={(event) => {
              const { value } = event.target
              // A comma ends a tag, as does Enter.
              if (value.includes(',')) add(value.replaceAll(',', ' '))
              else setTyped(value)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              add(typed)
            }}
            onBlur={() => add(typed)}
            className={classes(inputClass, 'h-9 pointer-coarse:h-11')}
          />
          <datalist id={`${id}-known`}>
            {known
              .filter((tag) => !tags.includes(tag))
              .map((tag) => (
                <option key={tag} value={tag} />
              ))}
          </datalist>
        </>
      )}
    </div>
  )
}
