// The layer policy: who may import whom. A folder that is not listed here is refused.
// Type-only imports count. Reasons: docs/ARCHITECTURE.md.
const layers = {
  'lib/base': [],
  'lib/model': ['lib/base'],
  'lib/geometry': ['lib/base', 'lib/model'],
  'lib/gesture': ['lib/base', 'lib/model', 'lib/geometry'],
  'lib/commands': ['lib/base', 'lib/model', 'lib/geometry', 'lib/look'],
  'lib/breakout': ['lib/base', 'lib/model', 'lib/geometry', 'lib/commands'],
  'lib/analysis': ['lib/base', 'lib/model'],
  'lib/layout': ['lib/base', 'lib/model', 'lib/geometry'],
  // What a look colours by may be a measure; how much something may grow depends on how large it is.
  'lib/look': ['lib/base', 'lib/model', 'lib/analysis', 'lib/geometry'],
  'lib/practice': ['lib/base', 'lib/model'],
  'lib/templates': ['lib/base', 'lib/model'],
  // Pictures of views stand where the screen has them: both ask lib/layout.
  'lib/render': ['lib/base', 'lib/model', 'lib/geometry', 'lib/layout'],
  'lib/formats': ['lib/base', 'lib/model'],
  // The report of a meeting: from the map, its loops and what the server owns, to words.
  'lib/report': ['lib/base', 'lib/model', 'lib/analysis', 'lib/practice', 'lib/protocol', 'lib/render', 'lib/formats'],
  'lib/document': ['lib/base', 'lib/model'],
  'lib/protocol': ['lib/base', 'lib/model', 'lib/practice'],
  // What stands in a hidden frame is said by lib/geometry.
  'lib/editor': [
    'lib/base',
    'lib/model',
    'lib/geometry',
    'lib/commands',
    'lib/document',
    'lib/practice',
    'lib/protocol',
  ],
  messages: [],
  components: [
    'lib/base',
    'lib/model',
    'lib/geometry',
    'lib/gesture',
    'lib/commands',
    'lib/breakout',
    'lib/analysis',
    'lib/layout',
    'lib/look',
    'lib/practice',
    'lib/templates',
    'lib/render',
    'lib/formats',
    'lib/report',
    'lib/protocol',
    'lib/editor',
    'messages',
  ],
  app: ['components', 'lib/base', 'lib/model', 'lib/protocol', 'lib/templates', 'lib/render', 'messages'],
  server: ['lib', 'messages'],
  'server/store': ['lib'],
  // What is counted, by whom ever: everything may tell it.
  'server/watch': ['lib'],
  'server/picture': ['lib', 'messages'],
  'server/report': ['lib', 'messages', 'server/picture'],
  'server/access': ['lib', 'server/store'],
  'server/bus': ['lib', 'server/access', 'server/watch'],
  // Sockets and documents meet on the bus alone, so that they may live in two processes.
  'server/session': ['lib', 'server/access', 'server/bus', 'server/watch'],
  'server/room': ['lib', 'server/access', 'server/bus', 'server/store', 'server/watch'],
  'server/live': ['lib', 'server/access', 'server/bus', 'server/room', 'server/session', 'server/watch'],
  'server/history': ['lib', 'server/access', 'server/room', 'server/store'],
  'server/meeting': ['lib', 'server/access', 'server/store'],
  'server/http': [
    'lib',
    'messages',
    'server/access',
    'server/bus',
    'server/history',
    'server/live',
    'server/meeting',
    'server/picture',
    'server/report',
    'server/room',
    'server/store',
    'server/watch',
  ],
  cli: ['lib', 'server/store', 'server/picture', 'server/report', 'messages'],
}

const escape = (folder) => `^${folder.replace(/[/]/g, '\\/')}\\/`
const listed = Object.keys(layers)

const layerRules = listed.map((folder) => {
  const own = folder.startsWith('lib/') || folder === 'messages' ? [folder] : [folder]
  const allowed = [...own, ...layers[folder]].map((place) => escape(place)).join('|')
  return {
    name: `layer-${folder.replace('/', '-')}`,
    comment: `${folder} may import only: ${layers[folder].join(', ') || 'nothing of ours'}.`,
    severity: 'error',
    from: { path: escape(folder) },
    to: { path: '^(app|components|lib|server|cli|messages|tests|bench|scripts)\\/', pathNot: allowed },
  }
})

const packageRule = (name, packages, allowedFrom, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(app|components|lib|server|cli)\\/', pathNot: allowedFrom.map(escape).join('|') },
  to: { path: packages },
})

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'unlisted-folder',
      comment: 'Add the folder to the layer policy, with a reason.',
      severity: 'error',
      from: {
        path: '^(lib|server)\\/[^/]+\\/',
        pathNot: listed
          .filter((folder) => folder.includes('/'))
          .map(escape)
          .join('|'),
      },
      to: {},
    },
    { name: 'unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...layerRules,
    packageRule(
      'only-some-see-yjs',
      'node_modules/(yjs|y-protocols|y-websocket|y-indexeddb|lib0)/',
      ['lib/document', 'lib/editor', 'lib/protocol', 'server/bus', 'server/room', 'server/history'],
      'The document shape and the wire have one home each.',
    ),
    packageRule(
      'only-screens-see-react',
      'node_modules/(react|react-dom|@xyflow|radix-ui|next-intl|next)/',
      ['components', 'app', 'server/http', 'server/report', 'messages'],
      'React stays in components and app.',
    ),
    {
      name: 'only-the-toaster-sees-sonner',
      comment:
        'Say it by components/ui/toast: it costs nothing until there is something to say, and nothing said is lost.',
      severity: 'error',
      from: { path: '^(app|components|lib)\\/', pathNot: '^components\\/ui\\/Toaster\\.tsx$' },
      to: { path: 'node_modules/sonner/' },
    },
    {
      name: 'only-server-sees-node',
      severity: 'error',
      from: { path: '^(app|components|lib)\\/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'tests-stay-out',
      severity: 'error',
      from: { path: '^(app|components|lib|server|cli)\\/' },
      to: { path: '^(tests|bench|scripts)\\/' },
    },
    {
      name: 'hooks-are-the-bridge-to-the-editor',
      comment: 'Import what you need of lib/editor from components/hooks (editor.ts re-exports its words).',
      severity: 'error',
      from: { path: '^components\\/', pathNot: '^components\\/hooks\\/' },
      to: { path: '^lib\\/editor\\/' },
    },
    {
      name: 'components-never-see-the-document',
      severity: 'error',
      from: { path: '^components\\/' },
      to: { path: '^lib\\/document\\/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
