// Says of React Flow's own components that making one does nothing else, which is so: what the canvas does
// not use (its minimap, its buttons, its handles for resizing) is then left out of the pages.
module.exports = (source) =>
  source
    .replaceAll(/^((?:const|var) \w+ = )(?=(?:memo|create\w+Edge)\()/gm, '$1/*#__PURE__*/ ')
    .replaceAll(/^\w+\.displayName = '\w+';$/gm, '')
