'use client'
import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../../ui/Button'

/**
 * Says, over the right edge, that there are more columns than are seen, and brings them.
 * @param endRoom pixels there that the inspector covers
 */
export function MoreColumns({
  count,
  endRoom,
  onMore,
}: {
  readonly count: number
  readonly endRoom: number
  readonly onMore: () => void
}) {
  const t = useTranslations('views.columns')
  if (count === 0) return null
  return (
    <div
      className="pointer-events-none absolute inset-y-0 flex w-24 items-end justify-end bg-linear-to-l from-canvas to-transparent pb-4"
      style={{ right: endRoom }}
    >
      <Button
        size="small"
        className="pointer-events-auto shrink-0 shadow-float"
        icon={<ArrowRight size={16} aria-hidden />}
        onClick={onMore}
      >
        {t('more', { count })}
      </Button>
    </div>
  )
}
