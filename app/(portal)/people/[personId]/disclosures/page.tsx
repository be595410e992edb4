import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/session'
import { isId } from '@/lib/ids'
import { getDisclosures } from '@/lib/people/disclosure-queries'
import { fullName } from '@/lib/people/identity'
import { DisclosureItem } from '../disclosure-item'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('disclosures.title') }
}

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ after?: string | string[]; before?: string | string[] }>
}

const idOf = (value: string | string[] | undefined) => (typeof value === 'string' && isId(value) ? value : undefined)

/** Everything that was given to others of one person, a page at a time. */
export default async function DisclosuresPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ t }, { personId }, { after, before }] = await Promise.all([getI18n(), params, searchParams])
  const cursor = { after: idOf(after), before: idOf(before) }
  const found = isId(personId) ? await getDisclosures(actor, personId, cursor) : null
  if (!found) notFound()
  const { rows, previous, next } = found.page
  const href = (name: 'after' | 'before', id: string) => `/people/${personId}/disclosures?${name}=${id}`
  return (
    <>
      <PageHeader
        title={t('disclosures.title')}
        back={{ href: `/people/${personId}#disclosures`, label: fullName(found.person) }}
        lead={t(rows.length === 0 ? 'disclosures.empty' : 'disclosures.lead')}
      />
      {rows.length > 0 && (
        <Section title={t('disclosures.given')}>
          <ul className="divide-y divide-line">
            {rows.map((disclosure) => (
              <DisclosureItem key={disclosure.id} disclosure={disclosure} />
            ))}
          </ul>
        </Section>
      )}
      <Pagination
        label={t('disclosures.pages')}
        previous={previous ? { href: href('before', previous), label: t('disclosures.newer') } : undefined}
        next={next ? { href: href('after', next), label: t('disclosures.older') } : undefined}
      />
    </>
  )
}
