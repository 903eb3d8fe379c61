'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { setMapFields } from '../../../lib/commands/setMapFields'
import type { RingFit } from '../../../lib/layout/rings'
import { ringNameLength } from '../../../lib/model/meta'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { useDraft } from '../../panels/useDraft'
import { placeRingNames, widthOfRingName } from '../../../lib/layout/ringLabels'

/** The name of each ring at its upper end, for typing over. */
export function RingNames({ fit, names }: { readonly fit: RingFit; readonly names: readonly string[] }) {
  const mayEdit = useMayEdit()
  return placeRingNames(fit, names).map(({ text: name, x, y, width, height }, ring) => {
    const style = { left: x, top: y - height / 2, width }
    return mayEdit ? (
      <RingNameField key={ringFields[ring]} ring={ring} name={name} style={style} />
    ) : (
      <span
        key={ringFields[ring]}
        dir="auto"
        title={name}
        style={style}
        className="absolute z-10 -translate-x-1/2 truncate rounded-button bg-panel/70 text-center text-meta text-muted"
      >
        {name}
      </span>
    )
  })
}

const ringFields = ['ring1', 'ring2', 'ring3', 'ring4'] as const

function RingNameField({
  ring,
  name,
  style,
}: {
  readonly ring: number
  readonly name: string
  readonly style: { readonly left: number; readonly top: number; readonly width: number }
}) {
  const t = useTranslations('views.rings')
  const run = useRun()
  const label = t('ringName', { number: ring + 1 })
  const draft = useDraft({
    field: label,
    stored: name,
    oneLine: true,
    commit: (text) => {
      const said = text.trim()
      run(setMapFields, { fields: { [ringFields[ring] ?? 'ring1']: said === '' ? null : said } })
    },
  })
  const [hasFocus, setFocus] = useState(false)
  const noteId = useId()
  // Nothing more can be typed: that is said, so that nobody thinks that the rest is there.
  const isFull = hasFocus && draft.value.length >= ringNameLength
  return (
    <>
      <input
        {...draft}
        onFocus={(event) => {
          setFocus(true)
          draft.onFocus(event)
        }}
        onBlur={(event) => {
          setFocus(false)
          draft.onBlur(event)
        }}
        aria-label={label}
        aria-describedby={isFull ? noteId : undefined}
        title={draft.value}
        dir="auto"
        maxLength={ringNameLength}
        style={{ ...style, width: widthOfRingName(draft.value) }}
        className="absolute z-10 -translate-x-1/2 rounded-button bg-panel/70 px-1 pointer-coarse:not-focus:z-0 text-center text-meta text-ellipsis text-muted hover:bg-hover focus:z-20 focus:bg-panel focus:text-ink pointer-coarse:py-2"
      />
      {isFull ? (
        <span
          id={noteId}
          role="status"
          style={{ left: style.left, top: style.top + 24 }}
          className="absolute z-20 -translate-x-1/2 rounded-button border border-hairline bg-panel px-2 py-0.5 text-meta whitespace-nowrap text-warn pointer-coarse:mt-4"
        >
          {t('ringNameFull', { most: ringNameLength })}
        </span>
      ) : null}
    </>
  )
}
