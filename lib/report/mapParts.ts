import type { ElementId } from '../base/ids'
import { compareNames } from '../base/textOrder'
import { weighClaims } from '../model/claimSpread'
import type { MapElement } from '../model/element'
import { readHolds } from '../model/hold'
import type { CausalLink } from '../model/link'
import type { MapView } from '../model/mapView'
import { sectorsOf } from '../model/sector'
import { tieTypesOf, wayOfTie } from '../model/tie'
import { listContributions } from './contributionParts'
import { describePersonal } from './personalPart'
import type { ReportPart } from './report'

type Labels = (id: ElementId) => string

/** The variables, by name. */
export function listFactors(view: MapView): ReportPart<'factors'> {
  return ofKind(view, 'variable').map(({ id, label, description, tags, mark }) => ({
    ...{ id, label: label.trim(), description: description.trim(), tags: [...(tags ?? [])] },
    ...(mark === undefined ? {} : { mark }),
  }))
}

/** The causal links, by the names of their ends, with what people said for and against them. */
export function listReportLinks(view: MapView, names: boolean): ReportPart<'links'> {
  const nameOf = labelsOf(view)
  return [...view.links.values()]
    .filter((link) => link.kind === 'causal')
    .map((link) => describeLink(link, nameOf, names))
    .toSorted((a, b) => compareNames(a.from, b.from) || compareNames(a.to, b.to))
}

function describeLink(link: CausalLink, nameOf: Labels, names: boolean): ReportPart<'links'>[number] {
  const { agree, disagree, earlier, contested } = weighClaims(link)
  const { evidenceUrl, strength, confidence } = link
  return {
    id: link.id,
    from: nameOf(link.from),
    to: nameOf(link.to),
    sign: link.polarity ?? '?',
    delay: link.delay === true,
    label: (link.label ?? '').trim(),
    reason: link.description.trim(),
    ...(evidenceUrl === undefined ? {} : { evidenceUrl }),
    ...(strength === undefined ? {} : { strength }),
    ...(confidence === undefined ? {} : { confidence }),
    claims: {
      ...{ agree: agree.length, disagree: disagree.length, earlier: earlier.length, contested },
      ...(names ? { agreeNames: [...agree], disagreeNames: [...disagree] } : {}),
    },
  }
}

/** The stakeholders by name, the ties among them and what they have to do with factors. */
export function listStakeholders(view: MapView, personal: boolean): ReportPart<'stakeholders'> {
  const nameOf = labelsOf(view)
  const types = tieTypesOf(view.meta)
  const sectors = sectorsOf(view.meta)
  const counts = new Map<ElementId, number>()
  const ties = [...view.links.values()].flatMap((link) => {
    if (link.kind !== 'tie') return []
    for (const end of new Set([link.from, link.to])) counts.set(end, (counts.get(end) ?? 0) + 1)
    const { from, to, type = '', description } = link
    const word = type === '' ? '' : (types.of(type).name ?? type)
    return [{ from: nameOf(from), to: nameOf(to), type: word, way: wayOfTie(link, types), reason: description.trim() }]
  })
  return {
    list: ofKind(view, 'stakeholder').map((one) => ({
      ...{ id: one.id, label: one.label.trim(), description: one.description.trim(), tags: [...(one.tags ?? [])] },
      ...(one.form === undefined ? {} : { form: one.form }),
      ...(one.sector === undefined ? {} : { sector: sectors.of(one.sector).name ?? one.sector }),
      ...(one.role === undefined ? {} : { role: one.role }),
      ties: counts.get(one.id) ?? 0,
      ...(personal ? { personal: describePersonal(one) } : {}),
    })),
    ties: ties.toSorted((a, b) => compareNames(a.from, b.from) || compareNames(a.to, b.to)),
    holds: readHolds(view)
      .map(({ actor, variable, word }) => ({
        ...{ actor: nameOf(actor), variable: nameOf(variable) },
        ...(word === undefined ? {} : { word }),
      }))
      .toSorted((a, b) => compareNames(a.actor, b.actor) || compareNames(a.variable, b.variable)),
  }
}

/**
 * Where people see a place to intervene, and what they mean to do.
 * @param today `2026-03-01`: what was to be done before is overdue
 */
export function listLeverage(view: MapView, today: string): ReportPart<'leverage'> {
  const nameOf = labelsOf(view)
  const places = [...ofKind(view, 'variable'), ...ofKind(view, 'action')].flatMap((one) => {
    const chosen = one.kind === 'variable' && one.chosen === true
    if (one.leverage === undefined && !chosen) return []
    const place = one.leverage === undefined ? {} : { place: one.leverage }
    return [{ id: one.id, label: one.label.trim(), kind: one.kind, ...place, chosen }]
  })
  const others = [...view.links.values()].flatMap((link) => {
    const [from, to] = [view.elements.get(link.from)?.kind, view.elements.get(link.to)?.kind]
    // What an action is for and whose it is is told with it.
    if (link.kind !== 'contribution' || from === 'action' || (from === 'stakeholder' && to === 'action')) return []
    return [{ from: nameOf(link.from), to: nameOf(link.to), reason: link.description.trim() }]
  })
  return {
    // The strongest first; what the group chose without saying which place it is comes last.
    places: places.toSorted(
      (a, b) =>
        Number(b.chosen) - Number(a.chosen) || (a.place ?? 13) - (b.place ?? 13) || compareNames(a.label, b.label),
    ),
    others: others.toSorted((a, b) => compareNames(a.from, b.from) || compareNames(a.to, b.to)),
    ...listContributions(view, today),
  }
}

function ofKind<Kind extends MapElement['kind']>(
  view: MapView,
  kind: Kind,
): readonly Extract<MapElement, { readonly kind: Kind }>[] {
  return [...view.elements.values()]
    .filter((element): element is Extract<MapElement, { readonly kind: Kind }> => element.kind === kind)
    .toSorted((a, b) => compareNames(a.label.trim(), b.label.trim()))
}

function labelsOf({ elements }: MapView): Labels {
  return (id) => (elements.get(id)?.label ?? '').trim()
}
