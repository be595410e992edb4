/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Nothing here is resized on the fly: one door less.
  images: { unoptimized: true },
  reactStrictMode: true,
  typedRoutes: false,
  // A lockfile in a folder above must not move the project's root.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  serverExternalPackages: [
    'pdfkit',
    'write-excel-file',
    'read-excel-file',
    '@node-rs/argon2',
    '@napi-rs/image',
    'postgres',
  ],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
}

export default config
