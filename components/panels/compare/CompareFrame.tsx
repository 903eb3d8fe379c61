'use client'
import type { ReactNode } from 'react'

/** Words beside pictures; on a narrow screen the pictures stand between what is chosen and the words. */
export function CompareFrame({
  choice,
  pictures,
  children,
}: {
  readonly choice: ReactNode
  readonly pictures: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div className="flex flex-col gap-4 md:grid md:h-[calc(100dvh-12rem)] md:grid-cols-[22rem_minmax(0,1fr)] md:grid-rows-[auto_minmax(0,1fr)] md:gap-x-5">
      <div className="flex flex-col gap-3 md:col-start-1 md:row-start-1">{choice}</div>
      <div className="flex min-h-0 min-w-0 flex-col gap-2 md:col-start-2 md:row-span-2 md:row-start-1">{pictures}</div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys */}
      <div
        tabIndex={0}
        role="group"
        className="flex min-h-0 flex-col gap-5 md:col-start-1 md:row-start-2 md:overflow-y-auto md:pe-2"
      >
        {children}
      </div>
    </div>
  )
}
