import { Hono, type Context } from 'hono'
import { findClientAddress, isFromOwnMachine } from '../access/clientAddress'
import { createAllowance } from '../access/allowance'
import { readCredentials } from '../access/credentials'
import { isSameSite } from '../access/origin'
import { refuse, refuseForNow } from './errors'
import { commentRoutes } from './comments'
import { compareRoutes } from './compare'
import { exportRoutes } from './exports'
import { healthRoutes } from './health'
import { importRoutes } from './imports'
import type { Importer } from './importer'
import { joinRoutes } from './join'
import { linkRoutes } from './links'
import { gatherRoutes } from './gather'
import { holdRoutes } from './hold'
import { shownRoutes } from './shown'
import { logPath } from './logPath'
import { mapRoutes } from './maps'
import { doorRoutes } from './door'
import { describeApi } from './openapi'
import type { ApiParts, Budgets } from './parts'
import { protectionRoutes } from './protection'
import { peopleRoutes } from './people'
import { recentMapRoutes } from './recentMaps'
import { charterRoutes } from './charter'
import { reportRoutes } from './report'
import { roundRoutes } from './rounds'
import { openRoute, type Caller, type Route } from './route'
import { apiHeaders } from './securityHeaders'
import { additionRoutes } from './additions'
import { agendaRoutes } from './agenda'
import { breakoutRoutes } from './breakouts'
import { createSlots } from './slots'
import { timerRoutes } from './timer'
import { versionRoutes } from './versions'

/** What is known of a request beside what it says. */
export interface Connection {
  /** Whose connection it came by; of one that another process passed on, that process says so. */
  readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } }
}

export interface Api {
  readonly hono: Hono<{ Bindings: Connection }>
  readonly routes: readonly Route[]
}

/** Seconds a restart takes, for those who ask in the middle of it. */
const restartSeconds = 5

/** True for addresses that the API answers; all others are pages. */
export function isApiPath(path: string): boolean {
  return /^\/(api(\/|$)|healthz$|readyz$|metrics$)/.test(path)
}

/** The whole HTTP API as one Hono app: what is written here holds for every route. */
export function createApi(parts: ApiParts, importer: Importer, version: string): Api {
  const routes = collectRoutes(parts, importer, version)
  const hono = new Hono<{ Bindings: Connection }>()

  hono.use(async (context, next) => {
    const started = performance.now()
    await next()
    // Whatever fails while the server stops would have gone well on the next one.
    if (context.res.status === 500 && !parts.ready()) context.res = refuseForNow('busy', restartSeconds)
    for (const [name, value] of Object.entries(apiHeaders)) context.res.headers.set(name, value)
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store')
    report(parts, context, performance.now() - started)
  })

  for (const route of routes) {
    hono.on(route.method.toUpperCase(), route.path, async (context) => {
      const caller = identifyCaller(context, parts)
      return caller === undefined ? refuse('foreign-origin') : route.run(caller)
    })
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).map((route) => route.method.toUpperCase())
    const allow = methods.includes('GET') ? [...methods, 'HEAD'] : methods
    hono.all(path, () => refuse('method-not-allowed', { headers: { allow: allow.join(', ') } }))
  }
  hono.notFound(() => refuse('not-found'))
  hono.onError((cause, context) => {
    // In the middle of stopping there is nothing left to answer with, which is no fault.
    const level = parts.ready() ? 'error' : 'debug'
    parts.log[level]({ cause, path: logPath(context.req.path), method: context.req.method }, 'request failed')
    return refuse('failed')
  })
  return { hono, routes }
}

function collectRoutes(parts: ApiParts, importer: Importer, version: string): readonly Route[] {
  const { clock } = parts
  const budgets: Budgets = {
    maps: createAllowance({ clock, burst: 300, perSecond: 1 }),
    // A hall of people behind one address comes in at once.
    joins: createAllowance({ clock, burst: 600, perSecond: 5 }),
    createKeys: createAllowance({ clock, burst: 20, perSecond: 0.1 }),
    imports: createSlots(2, 10),
    files: createAllowance({ clock, burst: 60, perSecond: 0.5 }),
    changes: createAllowance({ clock, burst: 600, perSecond: 20 }),
    oneself: createAllowance({ clock, burst: 8, perSecond: 0.5 }),
    // Everybody in a hall raises a hand at once, and everyone there is told of each.
    hands: createAllowance({ clock, burst: 400, perSecond: 20 }),
    people: createAllowance({ clock, burst: 300, perSecond: 10 }),
    answers: createAllowance({ clock, burst: 20, perSecond: 0.5 }),
  }
  const routes = [
    ...importRoutes(parts, budgets, importer),
    ...mapRoutes(parts, budgets),
    ...recentMapRoutes(parts),
    ...joinRoutes(parts, budgets),
    ...linkRoutes(parts),
    ...shownRoutes(parts),
    ...gatherRoutes(parts),
    ...holdRoutes(parts),
    ...doorRoutes(parts),
    ...roundRoutes(parts, budgets),
    ...timerRoutes(parts),
    ...protectionRoutes(parts),
    ...additionRoutes(parts),
    ...peopleRoutes(parts, budgets),
    ...agendaRoutes(parts),
    ...breakoutRoutes(parts, budgets),
    ...commentRoutes(parts),
    ...versionRoutes(parts, budgets),
    ...compareRoutes(parts, budgets, importer),
    ...exportRoutes(parts, budgets),
    ...reportRoutes(parts, budgets),
    ...charterRoutes(parts, budgets),
    ...healthRoutes(parts),
  ]
  let description: object | undefined
  const self: Route = openRoute({
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description.',
    answers: [{ status: 200, description: 'OpenAPI 3.1' }],
    handle: async () => Response.json((description ??= describeApi([...routes, self], version))),
  })
  return [...routes, self]
}

/** Who calls; undefined if a page of another site wants something changed in the visitor's name. */
function identifyCaller(context: Context<{ Bindings: Connection }>, { settings }: ApiParts): Caller | undefined {
  const { req } = context
  const sameSite = isSameSite(
    {
      origin: req.header('origin'),
      fetchSite: req.header('sec-fetch-site'),
      host: req.header('host'),
      forwardedHost: req.header('x-forwarded-host'),
    },
    settings.publicUrl,
  )
  const authorization = req.header('authorization')
  const changes = req.method !== 'GET' && req.method !== 'HEAD'
  if (changes && !sameSite && authorization === undefined) return undefined
  return {
    context,
    credentials: readCredentials({
      cookie: req.header('cookie'),
      authorization,
      parameters: new URL(req.url).searchParams,
      sameSite,
    }),
    address: findClientAddress({
      peer: context.env.incoming?.socket.remoteAddress,
      forwardedFor: req.header('x-forwarded-for'),
      behindProxy: settings.publicUrl !== undefined,
    }),
    isOwnMachine: isFromOwnMachine(context.env.incoming?.socket.remoteAddress, (name) => req.header(name)),
    ownUrl: findOwnUrl(context, settings.publicUrl),
  }
}

/** The public address if there is one, else what this request was sent to. */
function findOwnUrl({ req }: Context, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl
  const scheme = req.header('x-forwarded-proto')?.split(',')[0]?.trim() === 'https' ? 'https' : 'http'
  const forwarded = req.header('x-forwarded-host')?.split(',')[0]?.trim()
  const address = `${scheme}://${forwarded ?? req.header('host') ?? 'localhost'}`
  return URL.canParse(address) ? new URL(address).origin : 'http://localhost'
}

/** Fields without secrets: no parameters, no bodies, no headers. */
function report({ log, metrics }: ApiParts, context: Context, ms: number): void {
  const { status } = context.res
  metrics.countRequest(status, ms)
  const fields = { method: context.req.method, path: logPath(context.req.path), status, ms: Math.round(ms) }
  if (status >= 500) log.warn(fields, 'request')
  else if (status >= 400 && status !== 404) log.info(fields, 'request')
  else log.debug(fields, 'request')
}
