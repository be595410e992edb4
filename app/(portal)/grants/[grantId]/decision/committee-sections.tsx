import type { ReactNode } from 'react'
import { getI18n } from '@/app/i18n'
import { Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { inOther } from '@/lib/grants/budgets/domain'
import type { Fairness } from '@/lib/grants/card-fairness'
import { type DecisionCard, type LiveFigures, roomAfter } from '@/lib/grants/decision-card'
import { inLocale } from '@/lib/i18n/in-locale'
import { translateRefusal } from '@/lib/i18n/translator'

type Props = { card: DecisionCard }

/** The line that pays, before this approval and after it. */
export async function BudgetSection({ card, live, children }: Props & { live: LiveFigures; children?: ReactNode }) {
  const { t, format, locale } = await getI18n()
  const { line, request } = card
  const { room, rate } = live
  const other = rate && inOther(request.amountMinor, request.currency, rate)
  return (
    <Section title={t('grants.decision.budget')}>
      {!(line && room) && <p className="text-ink-soft">{t('grants.decision.noLine')}</p>}
      {line && room && (
        <DetailsList
          items={[
            {
              term: t('grants.decision.line'),
              value: (
                <>
                  <Code>{line.code}</Code> {inLocale(locale, { en: line.nameEn, ar: line.nameAr })}
                </>
              ),
            },
            { term: t('grants.decision.donor'), value: inLocale(locale, { en: line.donorEn, ar: line.donorAr }) },
            {
              term: t('grants.decision.roomBefore'),
              value: <Code>{format.money(room.allocatedMinor - room.committedMinor, request.currency)}</Code>,
            },
            {
              term: t('grants.decision.roomAfter'),
              value: (
                <span className={roomAfter(card, live) < 0 ? 'font-semibold text-danger' : 'font-semibold'}>
                  <Code>{format.money(roomAfter(card, live), request.currency)}</Code>
                </span>
              ),
            },
          ]}
        />
      )}
      {other && rate && (
        <p className="mt-3 text-sm text-ink-soft">
          {t('grants.decision.inOther', {
            amount: format.money(other.minor, other.currency),
            rate: format.money(rate.filsPerDollar, 'IQD'),
            date: format.date(rate.day),
          })}
        </p>
      )}
      {children}
    </Section>
  )
}

const outcomes = ['recommended', 'waitlisted', 'returned', 'rejected'] as const

/** What the committee said, meeting by meeting. */
export async function CommitteeSection({ card }: Props) {
  const { t, format } = await getI18n()
  return (
    <Section title={t('grants.decision.committee')}>
      {card.committee.length === 0 && <p className="text-ink-soft">{t('grants.decision.noCommittee')}</p>}
      <ul className="space-y-3">
        {card.committee.map((said) => {
          const outcome = outcomes.find((one) => one === said.outcome)
          return (
            <li key={`${said.heldOn}-${said.round}`}>
              <p>
                <strong>
                  {outcome ? t(`grants.decision.committeeOutcome.${outcome}`) : t('grants.decision.committeeOpen')}
                </strong>{' '}
                <span className="text-sm text-ink-soft">
                  {t('grants.decision.committeeLine', { round: said.round, date: format.shortDate(said.heldOn) })}
                </span>
              </p>
              {said.meanHundredths !== null && (
                <p className="text-sm">
                  {t('grants.decision.committeeScore', {
                    mean: format.number(said.meanHundredths / 100),
                    spread: said.spread ?? 0,
                    members: said.scoredBy ?? 0,
                    conflicts: said.conflicts,
                  })}
                </p>
              )}
              {said.reason && (
                <p dir="auto" className="mt-1 rounded-md bg-sunken px-3 py-2 whitespace-pre-line">
                  {said.reason}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** How the round stands for people like this applicant, against what it meant to reach. */
export async function FairnessSection({ card, fairness }: Props & { fairness: readonly Fairness[] }) {
  const { t, format } = await getI18n()
  const total = fairness[0]?.total ?? 0
  const nameOf = ({ dimension, value }: Fairness) => {
    if (dimension === 'disability') return t('grants.decision.withDisability')
    const key = dimension === 'sex' ? `people.sex.${value}` : `people.status.${value}`
    return translateRefusal(t, { key })
  }
  return (
    <Section title={t('grants.decision.fairness')}>
      {total === 0 && (
        <p className="text-ink-soft">{t('grants.decision.fairnessNone', { round: card.request.roundCode })}</p>
      )}
      {total > 0 && (
        <>
          <p className="mb-2 text-sm text-ink-soft">
            {t('grants.decision.fairnessOf', { total, round: card.request.roundCode })}
          </p>
          <ul className="space-y-2">
            {fairness.map((row) => {
              const share = Math.round((row.chosen * 100) / total)
              return (
                <li key={row.dimension}>
                  <p className="flex justify-between gap-3">
                    <span>{nameOf(row)}</span>
                    <span className="tabular-nums">
                      {format.number(row.chosen)} · {t('grants.decision.percent', { percent: share })}
                      {row.percent !== null && (
                        <span className="text-ink-soft">
                          {' '}
                          / {t('grants.decision.target', { percent: row.percent })}
                        </span>
                      )}
                    </span>
                  </p>
                  <svg
                    viewBox="0 0 100 4"
                    preserveAspectRatio="none"
                    className="h-1.5 w-full rtl:-scale-x-100"
                    aria-hidden="true"
                  >
                    <rect width="100" height="4" className="fill-sunken" />
                    <rect width={share} height="4" className="fill-action" />
                    {row.percent !== null && <rect x={row.percent - 0.4} width="0.8" height="4" className="fill-ink" />}
                  </svg>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </Section>
  )
}

/** The pictures of the case, fetched only when they are wanted: they are the heaviest thing on the page. */
export async function Photos({ card }: Props) {
  const { t } = await getI18n()
  const pictures = card.documents.filter((file) => ['image/jpeg', 'image/png'].includes(file.mediaType))
  if (pictures.length === 0) return null
  return (
    <Section title={t('grants.decision.photos')}>
      <Disclosure label={t('grants.decision.showPhotos', { count: pictures.length })}>
        <ul className="grid grid-cols-2 gap-3">
          {pictures.map((file) => (
            <li key={file.id}>
              <a href={`/api/documents/${file.id}`}>
                {/* biome-ignore lint/performance/noImgElement: an authorised route serves it, not an optimiser */}
                <img
                  src={`/api/documents/${file.id}`}
                  alt={file.fileName}
                  loading="lazy"
                  className="aspect-4/3 w-full rounded-md border border-line object-cover"
                />
              </a>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Section>
  )
}
