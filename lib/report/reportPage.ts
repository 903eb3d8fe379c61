/** Words and numbers of a report in one language. */
export interface ReportWords {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** A text of the catalogue `reportDocument`, with its values put in. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string
  /** True if the catalogue has this text. */
  has(key: string): boolean
  /** A point in time, as people of that language and zone read it. */
  moment(at: number): string
  /** A figure with every place that it has, as people of that language write it. */
  figure(value: number): string
  /** Names one after the other, as people of that language list them. */
  list(names: readonly string[]): string
  /** A day, `2026-03-01`, as people of that language read it. */
  day(day: string): string
}

export interface TableColumn {
  readonly title: string
  /** How wide it wants to be beside the others. */
  readonly weight: number
  /** Numbers stand at the end of their cell. */
  readonly isNumber?: boolean
}

export interface ReportTable {
  /** Names its file among others: letters, digits and dashes. */
  readonly id: string
  readonly title: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** One of several things that are told one after the other. */
export interface ReportEntry {
  readonly lead: string
  /** Said beside the lead, more quietly; '' for nothing. */
  readonly aside: string
  readonly lines: readonly string[]
}

/** A piece of a report, as every format can show it. All texts are plain. */
export type ReportBlock =
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'quiet' | 'lead' }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** `whole`: what is taken home as a table, where less is shown here. */
  | { readonly kind: 'table'; readonly table: ReportTable; readonly whole?: ReportTable }
  | { readonly kind: 'entries'; readonly entries: readonly ReportEntry[] }
  /** The picture of the map stands here; `tooSmall` is said where its names cannot be read on paper. */
  | { readonly kind: 'picture'; readonly alt: string; readonly tooSmall: string }
  /** A small picture of figures; the figures stand beside it as text. */
  | { readonly kind: 'drawing'; readonly drawing: ReportPicture; readonly alt: string }

/** A report in the words of one language: what HTML, PDF and DOCX are renderings of. */
export interface ReportPage {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly title: string
  readonly subtitle: string
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly blocks: readonly ReportBlock[]
  }[]
  /** Over the list of its sections, where a format has pages and room for one. */
  readonly contents?: string
  /** Said where a format lacks some of its letters. */
  readonly lacking: string
  /** At the foot of every page, where a format has pages. */
  readonly foot: { readonly text: string; readonly page: (page: number | string, pages: number | string) => string }
}

/** The map as it stands in a report. */
export interface ReportPicture {
  readonly svg: string
  readonly width: number
  readonly height: number
}
