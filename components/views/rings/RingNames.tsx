'use client'
import { useTranslations } from 'next-intl'
import { setMapFields } from '../../../lib/commands/setMapFields'
import { ringRadii, toField, type RingFit } from '../../../lib/layout/rings'
import { ringNameLength } from '../../../lib/model/meta'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { useDraft } from '../../panels/useDraft'

/** The name of each ring at its upper end, for typing over. */
export function RingNames({ fit, names }: { readonly fit: RingFit; readonly names: readonly string[] }) {
  const mayEdit = useMayEdit()
  return names.map((name, ring) => {
    const at = toField(fit, { x: 0, y: -(ringRadii[ring + 1] ?? 0) })
    const style = { left: at.x, top: at.y + 3 }
    return mayEdit ? (
      <RingNameField key={ringFields[ring]} ring={ring} name={name} style={style} />
    ) : (
      <span key={ringFields[ring]} dir="auto" style={style} className="absolute -translate-x-1/2 text-meta text-muted">
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
  readonly style: { readonly left: number; readonly top: number }
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
  return (
    <input
      {...draft}
      aria-label={label}
      dir="auto"
      maxLength={ringNameLength}
      style={style}
      className="absolute w-36 -translate-x-1/2 rounded-button bg-transparent text-center text-meta text-muted hover:bg-hover focus:bg-panel focus:text-ink pointer-coarse:py-2"
    />
  )
}
