import { useTranslations } from 'next-intl'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useMedia } from '../../hooks/useMedia'

/** Says why there are dots and no names, with the way to fewer. */
export function DotHint() {
  const t = useTranslations('views.dots')
  const workspace = useWorkspace()
  const isTouch = useMedia('(pointer: coarse)')
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-1 text-center text-meta text-muted">
      <p>{t(isTouch ? 'hintTouch' : 'hint')}</p>
      <button
        type="button"
        className="rounded-button px-1.5 font-medium text-accent hover:bg-hover pointer-coarse:min-h-11"
        onClick={() => workspace.update({ panel: 'looks' })}
      >
        {t('look')}
      </button>
    </div>
  )
}
