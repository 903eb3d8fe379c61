// Leaves out of React Flow what the canvas does not use, so that no page carries it. Weft draws its own
// links, and its own hand drags, connects, marks out and listens to keys (MapCanvas switches all of that
// off): of React Flow it takes the view, the boxes of the elements and their measuring.

/** What is asked for once is asked for by name: the version of React Flow is pinned, a new one is looked at. */
const never = {
  // Lines between nodes, those being drawn, and what one takes hold of to draw them.
  EdgeRendererComponent: 'return null;',
  ConnectionLineWrapper: 'return null;',
  // Dragging nodes, also several, also by key.
  NodesSelection: 'return null;',
  useDrag: 'return false;',
  useMoveSelectedNodes: 'return () => undefined;',
  // Keys: MapCanvas names none.
  useKeyPress: 'return false;',
  useGlobalKeyHandler: '',
  // The handle for code outside, which nobody takes, and what it hands changes to.
  useOnInitHandler: '',
  BatchProvider: 'return arguments[0].children;',
  // The ground, without marking out.
  Pane: `
    const { children } = arguments[0];
    const dragging = useStore((s) => s.paneDragging);
    return jsx('div', { className: cc(['react-flow__pane', { dragging }]), style: containerStyle, children });`,
}

/** Gives a function another body. Functions of the library end at the first brace at the edge. */
function withBody(source, name, body) {
  const start = source.search(new RegExp(`^function ${name}\\(`, 'm'))
  const end = source.indexOf('\n}\n', start)
  if (start < 0 || end < 0)
    throw new Error(`React Flow has no function ${name} any more: see scripts/standIns/leanFlow.cjs`)
  return `${source.slice(0, start)}function ${name}() {${body}${source.slice(end)}`
}

/** What of it is nowhere drawn: links, markers, handles, buttons, the small map. */
const unused = [
  ...['BezierEdge', 'SimpleBezierEdge', 'SmoothStepEdge', 'StepEdge', 'StraightEdge'].flatMap((edge) => [
    edge,
    `${edge}Internal`,
  ]),
  ...['Controls', 'EdgeText', 'EdgeWrapper$1', 'Handle', 'MarkerDefinitions$1', 'MarkerSymbols', 'MiniMap'],
  ...['MiniMapNode', 'MiniMapNodes$1', 'NodeComponentWrapper', 'NodeResizeControl', 'defaultPositions'],
  // Elements are all of kinds that Weft draws itself.
  'builtinEdgeTypes',
  'builtinNodeTypes',
]

function without(source, name) {
  const made = new RegExp(`^(?:const|var) ${name.replace('$', '\\$')} = [^;]*;$`, 'm')
  if (!made.test(source)) throw new Error(`React Flow makes no ${name} any more: see scripts/standIns/leanFlow.cjs`)
  return source.replace(made, () => `const ${name} = {};`)
}

module.exports = (source) =>
  Object.entries(never)
    .reduce((text, [name, body]) => withBody(text, name, body), unused.reduce(without, source))
    .replaceAll(/^\w+\.displayName = '\w+';$/gm, '')
