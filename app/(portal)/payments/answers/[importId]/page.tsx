import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { after } from 'next/server'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { one } from '@/app/query'
import { PlainForm } from '@/components/form/plain-form'
import { Bdi, Code } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { KeepFresh } from '@/components/ui/keep-fresh'
import { PageHeader } from '@/components/ui/page-header'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { driveImport } from '@/lib/grants/tranches/answers/apply'
import { findings } from '@/lib/grants/tranches/answers/domain'
import { getImport } from '@/lib/grants/tranches/answers/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { cancelImport, startImport } from '../../actions'
import type { SearchParams } from '../../filters'
import { AnswerRows } from './answer-rows'

type Props = { params: Promise<{ importId: string }>; searchParams: SearchParams }

const place = (text: string | undefined) => (text && /^\d{1,6}$/.test(text) ? text : undefined)

const read = cache(async (params: Props['params'], searchParams: SearchParams) => {
  const actor = await requireActor()
  const [{ importId }, query] = await Promise.all([params, searchParams])
  const finding = findings.find((known) => known === one(query.finding))
  const filter = { finding, after: place(one(query.after)), before: place(one(query.before)) }
  const found = isId(importId) && may(actor, 'payments.release') ? await getImport(actor, importId, filter) : null
  return { actor, found, finding }
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ t }, { found }] = await Promise.all([getI18n(), read(params, searchParams)])
  return { title: found ? found.head.fileName : t('common.states.notFoundTitle') }
}

export default async function ImportPage({ params, searchParams }: Props) {
  const [{ t, locale, format }, { actor, found, finding }] = await Promise.all([getI18n(), read(params, searchParams)])
  if (!found) notFound()
  const { head, counts, unanswered, page } = found
  const [ready, applied] = [counts.get('ready') ?? 0, counts.get('applied') ?? 0]
  const isRunning = head.state === 'running'
  // Whoever opens the page drives it on, so that it also goes on after a crash; two drivers never meet.
  if (isRunning) after(() => driveImport(actor, head.id))
  const hidden = { importId: head.id }
  const progress = t('payments.answers.progress', { done: applied, total: applied + ready })
  return (
    <ClientMessages locale={locale} rooms={['payments.refused']}>
      <PageHeader
        title={<Bdi>{head.fileName}</Bdi>}
        back={{ href: '/payments/answers', label: t('payments.answers.title') }}
        lead={`${t(`payments.answers.state.${head.state}`)} · ${head.importedBy} · ${format.dateTime(head.importedAt)}`}
      />
      <div className="space-y-6">
        {(isRunning || head.state === 'done') && (
          <Section title={t(`payments.answers.state.${head.state}`)}>
            <div role="status" className="space-y-2">
              <ProgressBar
                label={head.fileName}
                value={head.state === 'done' ? 1 : applied}
                max={head.state === 'done' ? 1 : applied + ready}
                text={progress}
                tone={head.state === 'done' ? 'good' : 'info'}
              />
              <p>{progress}</p>
            </div>
            {isRunning && <p className="mt-2 text-ink-soft">{t('payments.answers.leave')}</p>}
            {isRunning && <KeepFresh />}
          </Section>
        )}
        {head.state === 'checked' &&
          (ready > 0 ? (
            <PlainForm
              action={startImport}
              hidden={hidden}
              submit={t('payments.answers.apply', { count: ready })}
              className=""
            />
          ) : (
            <p>{t('payments.answers.nothing')}</p>
          ))}
        {head.state !== 'cancelled' && unanswered.length > 0 && (
          <Section title={t('payments.answers.unanswered')}>
            <p className="text-ink-soft">{t('payments.answers.unansweredText')}</p>
            <ul className="mt-2 space-y-1">
              {unanswered.map(({ listId, number, count }) => (
                <li key={listId}>
                  <Link
                    href={`/payments/lists/${listId}`}
                    className="touch-target inline-flex items-center text-action underline"
                  >
                    <Code>{number}</Code>
                  </Link>{' '}
                  {t('payments.answers.unansweredOf', { count })}
                </li>
              ))}
            </ul>
          </Section>
        )}
        <AnswerRows importId={head.id} counts={counts} page={page} finding={finding} />
        {(head.state === 'checked' || isRunning) && (
          <Disclosure label={t('payments.answers.cancel')}>
            <PlainForm action={cancelImport} hidden={hidden} submit={t('payments.answers.cancel')} variant="danger">
              <p className="text-ink-soft">{t('payments.answers.cancelText')}</p>
            </PlainForm>
          </Disclosure>
        )}
      </div>
    </ClientMessages>
  )
}
