import type { SharedFacility } from './read-facilities'
import { coded, concept, type Resource, reference, systemOf } from './words'

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

const addressOf = ({ place, district }: SharedFacility) => ({
  text: `${place.ar}، ${district.ar}`,
  city: place.en,
  district: district.en,
  country: 'IQ',
})

/** Minutes from midnight as FHIR's time, which has no 24:00. */
const timeOf = (minutes: number) =>
  minutes >= 1440
    ? '23:59:59'
    : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`

export function organizationOf(facility: SharedFacility): Resource {
  return {
    resourceType: 'Organization',
    id: facility.id,
    identifier: [{ system: systemOf('facility'), value: facility.code }],
    active: !facility.isClosed,
    type: [
      coded('http://terminology.hl7.org/CodeSystem/organization-type', 'prov'),
      concept('facility-type', facility.type),
    ],
    name: facility.name.en,
    alias: [facility.name.ar],
    address: [addressOf(facility)],
  }
}

export function locationOf(facility: SharedFacility): Resource {
  const { latitude, longitude, days } = facility
  const hours = facility.isAlwaysOpen
    ? { allDay: true }
    : { openingTime: timeOf(facility.opensAt), closingTime: timeOf(facility.closesAt) }
  return {
    resourceType: 'Location',
    id: facility.id,
    identifier: [{ system: systemOf('facility'), value: facility.code }],
    status: facility.isClosed ? 'inactive' : facility.functional === 'none' ? 'suspended' : 'active',
    name: facility.name.en,
    alias: [facility.name.ar],
    mode: 'instance',
    address: addressOf(facility),
    ...(latitude !== null && longitude !== null && { position: { longitude, latitude } }),
    managingOrganization: reference('Organization', facility.id, facility.name.en),
    ...(days.length > 0 && {
      hoursOfOperation: [
        { daysOfWeek: facility.isAlwaysOpen ? weekdays : days.flatMap((day) => weekdays[day] ?? []), ...hours },
      ],
    }),
  }
}
