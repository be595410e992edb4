import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { DetailsList } from '@/components/ui/details-list'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { hasDisability, type WashingtonDomain, washingtonAnswers, washingtonDomains } from '@/lib/people/domain'
import type { PersonFile } from '@/lib/people/file-queries'

type Interview = PersonFile['interviews'][number]

function answerOf(interview: Interview, domain: WashingtonDomain) {
  const value = domain === 'self_care' ? interview.selfCare : interview[domain]
  return washingtonAnswers.find((one) => one === value) ?? 'refused'
}

function disabilityOf(interview: Interview): 'yes' | 'no' | 'unknown' {
  const answers = Object.fromEntries(washingtonDomains.map((domain) => [domain, answerOf(interview, domain)]))
  const known = hasDisability(answers)
  return known === null ? 'unknown' : known ? 'yes' : 'no'
}

/** The last answers to the six questions, and the earlier ones when asked for. */
export async function WashingtonSection({ file, mayEdit }: { file: PersonFile; mayEdit: boolean }) {
  const { t } = await getI18n()
  const [latest, ...earlier] = file.interviews
  return (
    <Section
      title={t('people.file.washington')}
      action={
        mayEdit && (
          <LinkButton href={`/people/${file.person.id}/washington`} variant="secondary" size="sm">
            {t('people.file.washingtonAsk')}
          </LinkButton>
        )
      }
    >
      {latest ? <Answers interview={latest} /> : <p className="text-ink-soft">{t('people.file.washingtonEmpty')}</p>}
      {earlier.length > 0 && (
        <div className="mt-4">
          <Disclosure label={t('people.file.earlier', { count: earlier.length })}>
            <div className="space-y-6">
              {earlier.map((interview) => (
                <Answers key={interview.id} interview={interview} />
              ))}
            </div>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}

async function Answers({ interview }: { interview: Interview }) {
  const { t, format } = await getI18n()
  return (
    <div>
      <p className="flex flex-wrap items-center gap-3">
        <Badge tone="info">{t(`people.file.disability.${disabilityOf(interview)}`)}</Badge>
        <span className="text-sm text-ink-soft">
          {t('people.file.washingtonOn', { date: format.shortDate(interview.answeredOn) })}
        </span>
      </p>
      <div className="mt-2">
        <DetailsList
          columns={2}
          items={washingtonDomains.map((domain) => ({
            key: domain,
            term: t(`people.domain.${domain}`),
            value: t(`people.answer.${answerOf(interview, domain)}`),
          }))}
        />
      </div>
    </div>
  )
}
