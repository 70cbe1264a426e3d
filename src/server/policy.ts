/**
 * A site's own Content-Security-Policy beside the script of the preview.
 *
 * A policy in the configuration is there to be tried out, so it goes out as it is
 * but for two addresses: that of our script and that of its socket. What it forbids
 * the site stays forbidden.
 */

export interface Ours {
  /** Addresses without a query. */
  readonly script: string
  readonly socket: string
  /** What our `<script>` shows where a policy looks at nothing else. */
  readonly nonce: string
}

const POLICY_HEADERS = new Set(['content-security-policy', 'content-security-policy-report-only'])

/** Most particular first: the first that a policy has decides. */
const FOR_SCRIPTS = ['script-src-elem', 'script-src']
const FOR_SOCKETS = ['connect-src']
/** Decides where there is none of them. Without it all is allowed. */
const FOR_THE_REST = 'default-src'

/** The value of a header with ours let in; of other headers, as it is. */
export function admitOurs(name: string, value: string, ours: Ours): string {
  if (!POLICY_HEADERS.has(name.toLowerCase())) return value
  return value
    .split(',')
    .map((policy) => formatPolicy(admit(parsePolicy(policy), ours)))
    .join(', ')
}

/** Why no page reloads under these headers, and what to do; undefined where pages do. */
export function findHindrance(headers: ReadonlyMap<string, string>): string | undefined {
  for (const [name, value] of headers) {
    if (name.toLowerCase() !== 'content-security-policy') continue
    for (const policy of value.split(',')) {
      const allowed = parsePolicy(policy).get('sandbox')
      const missing = SANDBOX_NEEDS.filter((word) => allowed && !allowed.includes(word))
      if (missing.length === 0) continue
      return (
        `Open pages will not reload: webrick.headers has a ${name} with 'sandbox'.\n` +
        `Add '${missing.join(' ')}' behind 'sandbox', or use --no-livereload.`
      )
    }
  }
  return undefined
}

/** A page without scripts runs none of ours, and one without an origin has no socket. */
const SANDBOX_NEEDS = ['allow-scripts', 'allow-same-origin']

type Policy = ReadonlyMap<string, readonly string[]>

/** As browsers read it: of a directive that comes twice, the first counts. */
function parsePolicy(text: string): Policy {
  const policy = new Map<string, string[]>()
  for (const directive of text.split(';')) {
    const [name = '', ...words] = directive.split(/[ \t\r\n\f]+/).filter(Boolean)
    const key = name.toLowerCase()
    if (key !== '' && !policy.has(key)) policy.set(key, words)
  }
  return policy
}

function formatPolicy(policy: Policy): string {
  return [...policy].map(([name, words]) => [name, ...words].join(' ')).join('; ')
}

function admit(policy: Policy, { script, socket, nonce }: Ours): Policy {
  const [, sources] = decisive(policy, FOR_SCRIPTS)
  const isDynamic = sources?.some((source) => source.toLowerCase() === "'strict-dynamic'")
  const forScripts = withSource(policy, FOR_SCRIPTS, isDynamic ? `'nonce-${nonce}'` : script)
  return withSource(forScripts, FOR_SOCKETS, socket)
}

/** What `FOR_THE_REST` says stays as it is, and is said again with `source` for this one thing. */
function withSource(policy: Policy, names: readonly string[], source: string): Policy {
  const [name, sources] = decisive(policy, names)
  if (sources === undefined) return policy
  const others = sources.filter((each) => each.toLowerCase() !== "'none'")
  return new Map(policy).set(name, [...others, source])
}

/** Where to write what `names` may be, and the sources in force; undefined where all are allowed. */
function decisive(
  policy: Policy,
  names: readonly string[],
): [name: string, sources: readonly string[] | undefined] {
  const name = names.find((each) => policy.has(each))
  return [name ?? names.at(-1) ?? '', policy.get(name ?? FOR_THE_REST)]
}
