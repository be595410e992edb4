import * as z from 'zod/mini'

/** One thing wrong with the settings: which setting, and a sentence that says what to do. */
export type SettingProblem = { setting: string; sentence: string }

/** The settings cannot be used; `message` has one line a problem, so that a failing start can print it as it is. */
export class SettingsError extends Error {
  constructor(readonly problems: SettingProblem[]) {
    super(problems.map((problem) => problem.sentence).join('\n'))
    this.name = 'SettingsError'
  }
}

const S3_SETTINGS = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

const text = z.string()
const url = (protocol: RegExp) => z.url({ protocol })
const whole = (least: number, most: number) => z.coerce.number().check(z.int(), z.minimum(least), z.maximum(most))

const settings = z.object({
  DATABASE_URL: url(/^postgres(ql)?$/),
  DATABASE_OWNER_URL: z.optional(url(/^postgres(ql)?$/)),
  DATABASE_POOL: z._default(whole(1, 200), 10),
  AUTH_SECRET: text.check(z.minLength(32)),
  APP_URL: url(/^https?$/),
  PORT: z._default(whole(1, 65_535), 3000),
  HOST: z._default(text, '127.0.0.1'),
  SMTP_URL: z.optional(url(/^smtps?$/)),
  MAIL_FROM: z.optional(text.check(z.regex(/@/))),
  DOCUMENTS_DIR: z._default(text, '.data/documents'),
  S3_ENDPOINT: z.optional(url(/^https?$/)),
  S3_BUCKET: z.optional(text),
  S3_REGION: z.optional(text),
  S3_ACCESS_KEY_ID: z.optional(text),
  S3_SECRET_ACCESS_KEY: z.optional(text),
  TRUSTED_PROXIES: z._default(whole(0, 10), 0),
  CONTACT_PHONE: z.optional(text.check(z.regex(/^[+\d][\d ]{4,20}$/))),
})

const settingName = z.keyof(settings)

type Settings = z.infer<typeof settings>

/** The settings, parsed. `DATABASE_OWNER_URL` is always there: it falls back to `DATABASE_URL`. */
export type Env = Settings & { DATABASE_OWNER_URL: string }

/** What to say when a setting is missing or does not fit; `.env.example` explains each at length. */
const ADVICE: Record<keyof Settings, string> = {
  DATABASE_URL: 'the address of the database, such as postgres://sanad_web:password@db.example.org:5432/sanad',
  DATABASE_OWNER_URL:
    'the address with the login that owns the tables, such as postgres://owner:password@host:5432/sanad',
  DATABASE_POOL: 'a whole number from 1 to 200',
  AUTH_SECRET: 'a random text of at least 32 characters; `openssl rand -base64 48` makes one',
  APP_URL: 'the address people open, such as https://sanad.example.org (http only for localhost)',
  PORT: 'a whole number from 1 to 65535',
  HOST: 'the address to listen on, such as 127.0.0.1',
  SMTP_URL: 'the mail server, such as smtps://user:password@mail.example.org:465',
  MAIL_FROM: 'the sender of mails, such as Sanad <sanad@example.org>',
  DOCUMENTS_DIR: 'the folder for uploaded documents',
  S3_ENDPOINT: 'the address of the object store, such as https://s3.example.org',
  S3_BUCKET: 'the name of the bucket',
  S3_REGION: 'the region of the bucket, such as eu-central-1',
  S3_ACCESS_KEY_ID: 'the access key of the bucket',
  S3_SECRET_ACCESS_KEY: 'the secret key of the bucket',
  TRUSTED_PROXIES: 'the number of proxies in front of the portal, from 0 to 10',
  CONTACT_PHONE: 'the phone number that health facilities call, such as +964 770 000 0000',
}

function problem(setting: keyof Settings, given: boolean): SettingProblem {
  return {
    setting,
    sentence: `${setting} is ${given ? 'not valid' : 'missing'}: set it to ${ADVICE[setting]}.`,
  }
}

function isLocal(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname)
}

/** What no single setting can tell: https outside the own machine, and settings that go together. */
function problemsBetween(parsed: Settings, demo: boolean): SettingProblem[] {
  const problems: SettingProblem[] = []
  if (!demo && parsed.APP_URL.startsWith('http:') && !isLocal(parsed.APP_URL)) problems.push(problem('APP_URL', true))
  if (parsed.SMTP_URL && !parsed.MAIL_FROM) problems.push(problem('MAIL_FROM', false))
  if (S3_SETTINGS.some((name) => parsed[name])) {
    for (const name of S3_SETTINGS) if (!parsed[name]) problems.push(problem(name, false))
  }
  return problems
}

/**
 * Reads the settings out of `source`. An empty value counts as not set.
 * @throws {SettingsError} with one sentence for each setting that is missing or not valid.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => settingName.parse(issue.path[0])))
    throw new SettingsError([...names].map((name) => problem(name, name in given)))
  }
  const problems = problemsBetween(parsed.data, given.SANAD_DEMO === '1')
  if (problems.length > 0) throw new SettingsError(problems)
  return { ...parsed.data, DATABASE_OWNER_URL: parsed.data.DATABASE_OWNER_URL ?? parsed.data.DATABASE_URL }
}

let cached: Env | undefined

/** The settings of this process, parsed at the first call: a build needs none. Throws `SettingsError`. */
export function env(): Env {
  cached ??= parseEnv(process.env)
  return cached
}

/** True on the practice portal with its built-in database. Needs no other setting, so a build may ask. */
export function isDemo(): boolean {
  return process.env.SANAD_DEMO === '1'
}
