// Serves an OpenAPI 3 document with Prism: requests are validated, answers are the document's examples or made of its schemas.
// Prism's own loader dereferences, which does not come to an end for documents as recursive as Stripe's; here references stay references.
// Prints the URL; ends when its standard input does.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');

const prism = createRequire(require.resolve('@stoplight/prism-cli/package.json'));
const { createLogger } = prism('@stoplight/prism-core');
const { createServer } = prism('@stoplight/prism-http-server');
const { bundleOas3Service } = prism('@stoplight/http-spec/oas3');

const [document, examples] = process.argv.slice(2);
const service = bundleOas3Service({ document: JSON.parse(readFileSync(document, 'utf8')) });
const bundled = JSON.parse(JSON.stringify(service.components.schemas), schemaReference);

// Where Prism looks for the schemas that an operation refers to.
function schemaReference(key, value) {
  return key === '$ref' && typeof value === 'string' ? value.replace('#/components/schemas/', '#/__bundled__/') : value;
}

// Prism wants parameters, bodies and responses in place.
function inPlace(node) {
  if (Array.isArray(node)) return node.map(inPlace);
  if (node === null || typeof node !== 'object') return node;
  const [, kind, index] = /^#\/components\/(?!schemas\/)([^/]+)\/(\d+)$/.exec(node.$ref) ?? [];
  if (kind) {
    const { $ref, ...own } = node;
    return inPlace({ ...service.components[kind][index], ...own });
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inPlace(schemaReference(key, value))]));
}

const server = createServer(
  service.operations.map(operation => ({ ...inPlace(operation), __bundled__: bundled })),
  {
    components: { logger: createLogger('prism', { level: 'silent' }) },
    config: { isProxy: false, errors: true, validateRequest: true, validateResponse: false, checkSecurity: true, mock: { dynamic: false, ignoreExamples: examples === 'ignored' } },
    cors: false,
  },
);

server.listen(0, '127.0.0.1').then(url => console.log(url));
process.stdin.on('end', () => process.exit()).resume();
