import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { PhoneField, TextField } from '@/components/form/text-field'
import { Bdi, Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { healthServices } from '@/lib/referrals/domain'
import { facilityTypes, functionLevels, isStale } from '@/lib/referrals/facilities/domain'
import { type FacilityPage as Facility, getFacility } from '@/lib/referrals/facilities/queries'
import { hoursText } from '../../facility-words'
import { toggleFacility, verifyFacility } from '../actions'

type Props = { params: Promise<{ facilityId: string }> }

const read = cache(async (facilityId: string) => {
  const actor = await requireActor()
  const isAllowed = may(actor, 'facilities.read') && isId(facilityId)
  return { actor, facility: isAllowed ? await getFacility(actor, facilityId) : null }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t, locale }, { facility }] = await Promise.all([
    getI18n(),
    params.then(({ facilityId }) => read(facilityId)),
  ])
  return {
    title: facility ? inLocale(locale, { en: facility.nameEn, ar: facility.nameAr }) : t('common.states.notFoundTitle'),
  }
}

export default async function FacilityPage({ params }: Props) {
  const [{ t, locale }, { actor, facility }] = await Promise.all([
    getI18n(),
    params.then(({ facilityId }) => read(facilityId)),
  ])
  if (!facility) notFound()
  const mayManage = may(actor, 'facilities.manage')
  const type = facilityTypes.find((value) => value === facility.type)
  const ref = { facilityId: facility.id, version: facility.version }
  return (
    <ClientMessages locale={locale} rooms={['facilities.errors', 'referrals.refused']}>
      <PageHeader
        title={<Bdi>{inLocale(locale, { en: facility.nameEn, ar: facility.nameAr })}</Bdi>}
        lead={[
          type && t(`facilities.type.${type}`),
          inLocale(locale, facility.place),
          inLocale(locale, facility.district),
        ]
          .filter(Boolean)
          .join(' · ')}
        back={{ href: '/referrals/facilities', label: t('facilities.title') }}
        action={
          mayManage && (
            <LinkButton href={`/referrals/facilities/${facility.id}/edit`} variant="secondary">
              {t('facilities.edit')}
            </LinkButton>
          )
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <Facts facility={facility} />
        <div className="space-y-6">
          {may(actor, 'facilities.verify') && !facility.closedOn && <Verify facility={facility} />}
          {mayManage && (
            <Disclosure label={t(facility.closedOn ? 'facilities.reopen' : 'facilities.close')}>
              {!facility.closedOn && <p className="mb-4 text-ink-soft">{t('facilities.closeText')}</p>}
              <PlainForm
                action={toggleFacility}
                hidden={ref}
                submit={t(facility.closedOn ? 'facilities.reopen' : 'facilities.close')}
                variant={facility.closedOn ? 'secondary' : 'danger'}
              />
            </Disclosure>
          )}
        </div>
      </div>
    </ClientMessages>
  )
}

async function Facts({ facility }: { facility: Facility }) {
  const { t, format } = await getI18n()
  const functional = functionLevels.find((value) => value === facility.functional)
  const services = healthServices.filter((value) => facility.services.includes(value))
  const { open, all } = facility.referrals
  const items = [
    {
      term: t('facilities.list.function'),
      value: facility.closedOn ? t('facilities.closed') : functional && t(`facilities.functional.${functional}`),
    },
    {
      term: t('facilities.facts.services'),
      value: format.list(services.map((value) => t(`referrals.service.${value}`))),
    },
    { term: t('facilities.facts.hours'), value: hoursText(t, format, facility) },
    { term: t('facilities.facts.focal'), value: <Bdi>{facility.focalName}</Bdi> },
    { term: t('facilities.facts.phone'), value: facility.focalPhone && <Code>{facility.focalPhone}</Code> },
    {
      term: t('facilities.facts.verified'),
      value: facility.verifiedOn
        ? t('facilities.facts.verifiedBy', {
            date: format.shortDate(facility.verifiedOn),
            name: facility.verifiedByName ?? '–',
          })
        : t('facilities.list.never'),
    },
    {
      term: t('facilities.facts.position'),
      value: facility.latitude !== null && (
        <Code>
          {facility.latitude}, {facility.longitude}
        </Code>
      ),
    },
    { term: t('facilities.facts.code'), value: <Code>{facility.code}</Code> },
    { term: t('facilities.facts.referrals'), value: t('facilities.facts.referralsOf', { open, all }) },
  ]
  return (
    <Section title={t('facilities.facts.title')}>
      <DetailsList items={items} />
    </Section>
  )
}

async function Verify({ facility }: { facility: Facility }) {
  const { t } = await getI18n()
  return (
    <Section title={t('facilities.verify.title')}>
      {isStale(facility.verifiedOn, baghdadDay(new Date())) && (
        <div className="mb-4">
          <Notice tone="warning">{t('facilities.verify.stale')}</Notice>
        </div>
      )}
      <p className="mb-4 text-ink-soft">{t('facilities.verify.text')}</p>
      <PlainForm
        action={verifyFacility}
        hidden={{ facilityId: facility.id, version: facility.version }}
        submit={t('facilities.verify.submit')}
      >
        <RadioField
          name="functional"
          inline
          label={t('facilities.verify.functional')}
          choices={functionLevels.map((value) => ({ value, label: t(`facilities.functional.${value}`) }))}
          defaultValue={facility.functional}
        />
        <TextField
          name="focalName"
          optional
          label={t('facilities.verify.focalName')}
          defaultValue={facility.focalName}
          maxLength={120}
        />
        <PhoneField
          name="focalPhone"
          optional
          label={t('facilities.verify.focalPhone')}
          defaultValue={facility.focalPhone}
        />
      </PlainForm>
    </Section>
  )
}
