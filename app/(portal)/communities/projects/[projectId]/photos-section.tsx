import { getI18n } from '@/app/i18n'
import { UploadForm } from '@/components/case/upload-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import type { ProjectPage } from '@/lib/communities/projects/queries'
import { photoPhases } from '@/lib/documents/domain'
import { WordsProvider } from '@/lib/i18n/client'
import { wordsOf } from '@/lib/i18n/client-messages'
import { newId } from '@/lib/ids'

/** Photos before, during and after the works. They load when someone looks: a line in Falluja is slow. */
export async function PhotosSection({ page, keeps }: { page: ProjectPage; keeps: boolean }) {
  const { t, locale, format } = await getI18n()
  const { project, documents } = page
  const path = `/communities/projects/${project.id}`
  const kinds = [{ value: 'photo', label: t('cases.documents.kind.photo') }]
  return (
    <Section id="photos" title={t('projects.photos.title')}>
      <div className="space-y-4">
        {photoPhases.map((phase) => {
          const photos = documents.filter((document) => document.phase === phase)
          const label = t(`projects.photos.phase.${phase}`)
          return (
            <div key={phase} className="space-y-2">
              <h3 className="font-semibold">
                {label} <span className="font-normal text-ink-soft">{format.number(photos.length)}</span>
              </h3>
              {photos.length > 0 && (
                <Disclosure label={t('projects.photos.look', { count: photos.length })}>
                  <ul className="grid grid-cols-2 gap-3">
                    {photos.map((photo) => (
                      <li key={photo.id}>
                        <a href={`/api/documents/${photo.id}`} target="_blank" rel="noopener" className="block">
                          {/* biome-ignore lint/performance/noImgElement: a private file of one reader, which no optimizer may keep */}
                          <img
                            src={`/api/documents/${photo.id}`}
                            alt={t('projects.photos.alt', { phase: label, day: format.shortDate(photo.uploadedAt) })}
                            loading="lazy"
                            className="aspect-4/3 w-full rounded-md border border-line object-cover"
                          />
                        </a>
                        <p className="text-sm text-ink-soft">
                          <time dateTime={photo.uploadedAt.toISOString()}>{format.shortDate(photo.uploadedAt)}</time>
                        </p>
                      </li>
                    ))}
                  </ul>
                </Disclosure>
              )}
              {keeps && (
                <WordsProvider
                  locale={locale}
                  words={wordsOf(locale, [
                    'cases.documents.upload',
                    'cases.documents.outcome',
                    'cases.documents.refused',
                  ])}
                >
                  <Disclosure label={t(`projects.photos.add.${phase}`)}>
                    <UploadForm
                      url={`/api/documents?back=${encodeURIComponent(path)}`}
                      hidden={{ projectId: project.id, phase }}
                      commandId={newId()}
                      kinds={kinds}
                    />
                  </Disclosure>
                </WordsProvider>
              )}
            </div>
          )
        })}
      </div>
    </Section>
  )
}
