import { useTranslations } from 'next-intl'
import { useWorkspace } from '../../hooks/EditorProvider'

/** Says why there are dots and no names, with the way to fewer. */
export function DotHint() {
  const t = useTranslations('views.dots')
  const workspace = useWorkspace()
  return (
    <p className="text-center text-meta text-muted">
      {t('hint')}{' '}
      <button
        type="button"
        className="rounded-button px-1.5 font-medium text-accent hover:bg-hover pointer-coarse:min-h-11"
        onClick={() => workspace.update({ panel: 'looks' })}
      >
        {t('look')}
      </button>
    </p>
  )
}
