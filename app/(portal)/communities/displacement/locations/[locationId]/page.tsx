import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Bdi, Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import type { PlaceDetail } from '@/lib/communities/displacement/place-queries'
import { mayKeepPlaces } from '@/lib/communities/displacement/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { togglePlace } from '../../actions'
import { base } from '../../filters'
import { TrendSection } from '../../trend-section'
import { read } from './read'

type Props = { params: Promise<{ locationId: string }> }

const nameOf = ({ nameEn: en, nameAr: ar }: PlaceDetail) => ({ en, ar })

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t, locale }, { page }] = await Promise.all([getI18n(), params.then(({ locationId }) => read(locationId))])
  return { title: page ? inLocale(locale, nameOf(page.place)) : t('common.states.notFoundTitle') }
}

/** A monitored location: its trend, its names and codes, and where it lies. */
export default async function PlacePage({ params }: Props) {
  const [{ t, locale }, { actor, page }] = await Promise.all([
    getI18n(),
    params.then(({ locationId }) => read(locationId)),
  ])
  if (!page) notFound()
  const { place, trend } = page
  const keeps = mayKeepPlaces(actor)
  const { positionDistrict } = place
  const isAstray = positionDistrict && positionDistrict.pcode !== place.districtPcode
  const kinds = [place.isCamp && t('displacement.place.camp'), place.closedOn && t('displacement.place.closed')]
  return (
    <ClientMessages locale={locale} rooms={['displacement.errors', 'displacement.refused']}>
      <PageHeader
        title={<Bdi>{inLocale(locale, nameOf(place))}</Bdi>}
        lead={[place.subDistrict && inLocale(locale, place.subDistrict), inLocale(locale, place.district), ...kinds]
          .filter(Boolean)
          .join(' · ')}
        back={{ href: `${base}/locations`, label: t('displacement.place.title') }}
        action={
          keeps && (
            <LinkButton href={`${base}/locations/${place.id}/edit`} variant="secondary">
              {t('displacement.place.edit')}
            </LinkButton>
          )
        }
      />
      <div className="space-y-6">
        {isAstray && (
          <Notice tone="warning">
            {t('displacement.place.astrayText', {
              name: inLocale(locale, positionDistrict),
              district: inLocale(locale, place.district),
            })}
          </Notice>
        )}
        <TrendSection title={t('displacement.place.trend')} trend={trend} />
        <Facts place={place} />
        {keeps && (
          <Disclosure label={t(place.closedOn ? 'displacement.place.reopen' : 'displacement.place.close')}>
            {!place.closedOn && <p className="mb-4 text-ink-soft">{t('displacement.place.closeText')}</p>}
            <PlainForm
              action={togglePlace}
              hidden={{ locationId: place.id, version: place.version }}
              submit={t(place.closedOn ? 'displacement.place.reopen' : 'displacement.place.close')}
              variant={place.closedOn ? 'secondary' : 'danger'}
            />
          </Disclosure>
        )}
      </div>
    </ClientMessages>
  )
}

async function Facts({ place }: { place: PlaceDetail }) {
  const { t, locale } = await getI18n()
  const words = (list: readonly string[]) => {
    const said = list.filter(Boolean)
    return said.length > 0 ? <Bdi>{said.join(' · ')}</Bdi> : null
  }
  const link = (pcode: string, name: string) => (
    <Link
      href={`${base}/areas/${pcode}`}
      prefetch={false}
      className="touch-target inline-flex items-center text-action underline"
    >
      {name}
    </Link>
  )
  return (
    <Section title={t('displacement.place.facts')}>
      <DetailsList
        columns={2}
        items={[
          { term: t('displacement.place.area'), value: link(place.districtPcode, inLocale(locale, place.district)) },
          {
            term: t('displacement.place.community'),
            value:
              place.community && place.communityPcode && link(place.communityPcode, inLocale(locale, place.community)),
          },
          { term: t('displacement.place.names'), value: words([place.nameAr, place.nameEn]) },
          { term: t('displacement.place.dtmNames'), value: words([place.dtmNameAr, place.dtmNameEn]) },
          { term: t('displacement.place.aliases'), value: words(place.aliases) },
          { term: t('displacement.place.codes'), value: place.pcode && <Code>{place.pcode}</Code> },
          { term: t('displacement.place.placeId'), value: place.placeId && <Code>{place.placeId}</Code> },
          {
            term: t('displacement.place.dtmLocationId'),
            value: place.dtmLocationId && <Code>{place.dtmLocationId}</Code>,
          },
          {
            term: t('displacement.place.position'),
            value: place.latitude !== null && (
              <>
                <Code>
                  {place.latitude}, {place.longitude}
                </Code>
                {place.positionDistrict && (
                  <span className="block text-sm text-ink-soft">
                    {t('displacement.place.liesIn', { name: inLocale(locale, place.positionDistrict) })}
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}
