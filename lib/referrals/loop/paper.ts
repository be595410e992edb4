import { env, isDemo } from '../../env'
import { formatter } from '../../format'
import { inLocale } from '../../i18n/in-locale'
import type { Locale } from '../../i18n/locales'
import { translator } from '../../i18n/translator'
import { makePaper } from '../../paper/paper'
import type { HealthService } from '../domain'
import { spacedCode } from './secrets'

/** What stands on a slip: the least that brings someone to the right door, and the way in for who is behind it. */
export type Slip = {
  token: string
  code: string
  reference: string
  /** Null where the consent does not release the name. */
  givenName: string | null
  facility: { en: string; ar: string }
  place: { en: string; ar: string }
  /** Null where its name alone would say too much. */
  service: HealthService | null
  appointmentAt: Date | null
  expiresAt: Date
  madeAt: Date
}

/** Where a facility goes: with a token its link, without the page where it types the code. */
export function slipAddress(token?: string): string {
  return `${env().APP_URL.replace(/\/$/, '')}/r${token ? `/${token}` : ''}`
}

function callLine(locale: Locale): string {
  const phone = env().CONTACT_PHONE
  return phone ? translator(locale)('loop.slip.call', { phone }) : translator(locale)('loop.slip.callUs')
}

function factsOf(locale: Locale, slip: Slip) {
  const t = translator(locale)
  const format = formatter(locale)
  const { service, appointmentAt } = slip
  return [
    {
      term: t('loop.slip.facility'),
      value: [slip.facility, slip.place].map((one) => inLocale(locale, one)).join(' · '),
    },
    ...(service ? [{ term: t('loop.slip.service'), value: t(`referrals.service.${service}`) }] : []),
    ...(appointmentAt ? [{ term: t('loop.slip.appointment'), value: format.dateTime(appointmentAt) }] : []),
    { term: t('loop.slip.until'), value: format.date(slip.expiresAt) },
  ]
}

const marks = [
  ['received', 'appointment'],
  ['accepted', 'attended'],
  ['rejected', 'outcome'],
] as const

/**
 * The slip that a person carries to a facility, in Arabic and English on one page: reference, where to go, the QR code and
 * the short code, and room to answer by hand. No family name, age, phone or reason: a slip is lost sooner or later.
 */
export async function slipPaper(slip: Slip): Promise<Buffer> {
  const [ar, en] = [translator('ar'), translator('en')]
  const paper = makePaper({
    locale: 'ar',
    title: ar('loop.slip.title'),
    reference: slip.reference,
    madeAt: slip.madeAt,
    isPractice: isDemo(),
  })
  const address = slipAddress()
  paper.heading(ar('loop.slip.title'))
  paper.facts([
    { term: ar('loop.slip.reference'), value: slip.reference },
    { term: ar('loop.handed.code'), value: spacedCode(slip.code) },
    ...(slip.givenName ? [{ term: ar('loop.slip.firstName'), value: slip.givenName }] : []),
    ...factsOf('ar', slip),
  ])
  paper.qr(slipAddress(slip.token), { caption: ar('loop.slip.scan', { address }), side: 120 })
  paper.paragraph(ar('loop.slip.keep'), { isStrong: true })
  paper.paragraph(`${ar('loop.slip.back')} ${callLine('ar')}`)
  paper.speak('en')
  paper.heading(en('loop.slip.title'), 2)
  paper.facts(factsOf('en', slip))
  paper.paragraph(en('loop.slip.scan', { address }))
  paper.paragraph(en('loop.slip.keep'), { isStrong: true })
  paper.paragraph(`${en('loop.slip.back')} ${callLine('en')}`)
  paper.speak('ar')
  const mark = (name: (typeof marks)[number][number]) =>
    `${ar(`loop.slip.marks.${name}`)}\n${en(`loop.slip.marks.${name}`)}`
  await paper.table({
    columns: [
      { head: ar('loop.slip.hand'), share: 4 },
      { head: '', share: 4 },
      { head: en('loop.slip.hand'), share: 4 },
      { head: '', share: 4 },
    ],
    rows: marks.map(([one, other]) => [mark(one), '', mark(other), '']),
    isGrid: true,
  })
  return paper.toBuffer()
}
