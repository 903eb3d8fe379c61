'use client'
import { useTranslations } from 'next-intl'
import { shortcutGroups, shortcuts } from '../../lib/gesture/shortcuts'
import { Kbd } from '../ui/Kbd'

/** Keys that the whole page answers to, beside those of the canvas. */
const pageKeys = [
  ['nextPart', ['F6']],
  ['previousPart', ['Shift', 'F6']],
] as const

/** Every key, by what it is for. */
export function ShortcutList() {
  const t = useTranslations('panels.shortcuts')
  const tCanvas = useTranslations('canvas.shortcuts')
  return (
    <div className="columns-1 gap-8 sm:columns-2">
      {shortcutGroups.map((group) => (
        <section key={group} className="mb-5 break-inside-avoid">
          <h3 className="pb-1.5 text-second font-medium text-muted">{t(`groups.${group}`)}</h3>
          <dl>
            {shortcuts
              .filter((shortcut) => shortcut.group === group)
              .map(({ labelKey, keys }) => (
                <Row key={labelKey} label={tCanvas.has(labelKey) ? tCanvas(labelKey) : labelKey} keys={keys} />
              ))}
          </dl>
        </section>
      ))}
      <section className="mb-5 break-inside-avoid">
        <h3 className="pb-1.5 text-second font-medium text-muted">{t('groups.page')}</h3>
        <dl>
          {pageKeys.map(([name, keys]) => (
            <Row key={name} label={t(name)} keys={[keys]} />
          ))}
        </dl>
      </section>
    </div>
  )
}

function Row({ label, keys }: { readonly label: string; readonly keys: readonly (readonly string[])[] }) {
  const t = useTranslations('panels.shortcuts')
  return (
    <div className="flex min-h-8 items-center justify-between gap-4 border-b border-hairline py-1 last:border-none">
      <dt className="min-w-0 text-body">{label}</dt>
      <dd className="flex shrink-0 flex-wrap items-center justify-end gap-1 text-meta text-muted">
        {keys.map((chord, index) => (
          <span key={chord.join('+')} className="inline-flex items-center gap-1">
            {index > 0 ? <span>{t('or')}</span> : null}
            <Kbd keys={chord} />
          </span>
        ))}
      </dd>
    </div>
  )
}
