import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Code } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeader } from '@/components/ui/page-header'
import { getPlace } from '@/lib/admin/reference-queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { requireAdmin } from '../../require-admin'
import { PlaceTable } from '../place-table'
import { AddCommunity, EditPlace } from './place-forms'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.places.place') }
}

const levels = ['1', '2', '3', '4'] as const

export default async function PlacePage({ params }: { params: Promise<{ pcode: string }> }) {
  const actor = await requireAdmin('reference.manage')
  const [{ t, locale, format }, { pcode }] = await Promise.all([getI18n(), params])
  const page = /^IQ[A-Z0-9]{3,12}$/.test(pcode) ? await getPlace(actor, pcode) : null
  if (!page?.place) notFound()
  const { place, above, inside } = page
  const parent = above.at(-1)
  const below = levels[place.level]
  return (
    <>
      <PageHeader
        title={inLocale(locale, { en: place.nameEn, ar: place.nameAr, ckb: place.nameCkb })}
        back={
          parent
            ? {
                href: `/admin/places/${parent.pcode}`,
                label: above.map((one) => inLocale(locale, one.name)).join(' › '),
              }
            : { href: '/admin/places', label: t('admin.places.title') }
        }
        lead={
          <span className="flex flex-wrap items-center gap-3">
            {t(`admin.places.one.${levels[place.level - 1] ?? '1'}`)} <Code>{place.pcode}</Code>
            {!place.isActive && <Badge icon="ban">{t('admin.notInUse')}</Badge>}
          </span>
        }
      />
      <div className="space-y-6">
        <Disclosure label={t('admin.places.words')} open={!below}>
          <EditPlace place={place} t={t} />
        </Disclosure>
        {below && (
          <section className="space-y-4">
            <h2 className="text-lg font-semibold">{t(`admin.places.level.${below}`)}</h2>
            {place.level === 3 && place.isActive && (
              <Disclosure label={t('admin.places.add')}>
                <AddCommunity parentPcode={place.pcode} t={t} />
              </Disclosure>
            )}
            {inside.length === 0 ? (
              <p className="text-ink-soft">{t('admin.places.nothingInside')}</p>
            ) : (
              <PlaceTable
                caption={t(`admin.places.level.${below}`)}
                places={inside}
                t={t}
                locale={locale}
                format={format}
              />
            )}
          </section>
        )}
      </div>
    </>
  )
}
