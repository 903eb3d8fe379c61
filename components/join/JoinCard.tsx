import type { ReactNode, Ref } from 'react'
import { Logo } from '../ui/Logo'

/** One quiet card in the middle of the page: everything someone sees before the map. */
export function JoinCard({
  title,
  titleRef,
  children,
}: {
  readonly title: string
  /** `focusHere`, if the card takes the place of something that was on the page and begins with no field. */
  readonly titleRef?: Ref<HTMLHeadingElement>
  readonly children: ReactNode
}) {
  return (
    <main className="flex min-h-dvh items-center justify-center px-4 py-8">
      <section className="w-full max-w-105 rounded-panel border border-hairline bg-panel p-6 shadow-float">
        <Logo size={32} />
        <h1
          ref={titleRef}
          tabIndex={titleRef === undefined ? undefined : -1}
          className="mt-4 text-title font-semibold text-balance break-words outline-none"
          dir="auto"
        >
          {title}
        </h1>
        {children}
      </section>
    </main>
  )
}
