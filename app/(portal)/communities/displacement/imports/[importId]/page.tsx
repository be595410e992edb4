import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { after } from 'next/server'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { one } from '@/app/query'
import { Bdi } from '@/components/ui/bdi'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { driveApply } from '@/lib/communities/displacement/files/apply-file'
import { driveCheck } from '@/lib/communities/displacement/files/check-file'
import { findings } from '@/lib/communities/displacement/files/findings'
import { getImport } from '@/lib/communities/displacement/files/queries'
import { canEnter, seesUnderWay } from '@/lib/communities/displacement/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isolated } from '@/lib/i18n/isolated'
import { isId } from '@/lib/ids'
import { base, type Query } from '../../filters'
import { roundName } from '../../round-words'
import { CancelImport } from './cancel-import'
import { FileNotices } from './file-notices'
import { ImportRows } from './import-rows'
import { MappingForm } from './mapping-form'
import { ProgressSection } from './progress-section'
import { TakeSection } from './take-section'

type Props = { params: Promise<{ importId: string }>; searchParams: Promise<Query> }

const position = (text: string | undefined) => (text && /^\d{1,6}$/.test(text) ? text : undefined)

const read = cache(async (params: Props['params'], searchParams: Props['searchParams']) => {
  const actor = await requireActor()
  const [{ importId }, query] = await Promise.all([params, searchParams])
  const finding = findings.find((known) => known === one(query.finding))
  const filter = { finding, after: position(one(query.after)), before: position(one(query.before)) }
  const found = isId(importId) && seesUnderWay(actor) ? await getImport(actor, importId, filter) : null
  return { actor, found, finding }
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ t }, { found }] = await Promise.all([getI18n(), read(params, searchParams)])
  return { title: found ? found.head.fileName : t('common.states.notFoundTitle') }
}

/** A list on its way into a round: its columns, what each row comes to, and the taking. */
export default async function ImportPage({ params, searchParams }: Props) {
  const [{ t, locale, format }, { actor, found, finding }] = await Promise.all([getI18n(), read(params, searchParams)])
  if (!found) notFound()
  const { head, counts, page } = found
  const mayGoOn = canEnter(actor, { status: head.roundStatus }) === true
  // Whoever opens the page drives it on, so that it also goes on after a crash; two drivers never meet.
  if (mayGoOn && head.state === 'checking') after(() => driveCheck(actor, head.id))
  if (mayGoOn && head.state === 'running') after(() => driveApply(actor, head.id))
  const round = { number: head.roundNumber, edition: head.roundEdition }
  return (
    <ClientMessages locale={locale} rooms={['displacement.refused', 'displacement.errors']}>
      <PageHeader
        title={<Bdi>{head.fileName}</Bdi>}
        back={{ href: `${base}/rounds/${head.roundId}`, label: roundName(t, round) }}
        lead={`${t(`displacement.population.${head.population}`)} · ${t('displacement.file.lead', {
          state: t(`displacement.file.state.${head.state}`),
          name: isolated(head.importedBy),
          date: format.dateTime(new Date(head.importedAt)),
        })}`}
      />
      <div className="space-y-6">
        <FileNotices head={head} />
        {head.state === 'mapping' && mayGoOn && <MappingForm found={found} />}
        {(head.state === 'checking' || head.state === 'running') && <ProgressSection head={head} counts={counts} />}
        {mayGoOn && <TakeSection head={head} counts={counts} />}
        {head.state !== 'mapping' && <ImportRows head={head} counts={counts} page={page} finding={finding} />}
        {mayGoOn && <CancelImport head={head} />}
      </div>
    </ClientMessages>
  )
}
