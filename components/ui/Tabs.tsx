'use client'
import { Tabs as RadixTabs } from 'radix-ui'
import type { ReactNode } from 'react'

export interface TabsProps<Id extends string> {
  /** What the tabs are about, read aloud. */
  readonly label: string
  readonly value: Id
  readonly onChange: (id: Id) => void
  readonly tabs: readonly { readonly id: Id; readonly label: ReactNode; readonly content: ReactNode }[]
}

/** Panels of which one is shown. */
export function Tabs<Id extends string>({ label, value, onChange, tabs }: TabsProps<Id>) {
  return (
    <RadixTabs.Root value={value} onValueChange={(id) => onChange(id as Id)}>
      <RadixTabs.List aria-label={label} className="flex gap-4 border-b border-hairline">
        {tabs.map((tab) => (
          <RadixTabs.Trigger
            key={tab.id}
            value={tab.id}
            className="-mb-px h-9 border-b-2 border-transparent text-body text-muted hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink pointer-coarse:h-11"
          >
            {tab.label}
          </RadixTabs.Trigger>
        ))}
      </RadixTabs.List>
      {tabs.map((tab) => (
        <RadixTabs.Content key={tab.id} value={tab.id} className="pt-4">
          {tab.content}
        </RadixTabs.Content>
      ))}
    </RadixTabs.Root>
  )
}
