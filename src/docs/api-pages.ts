/** The HTTP interface: the OpenAPI document itself, and a page for people. */
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from '../app.module.js';
import { SystemClock } from '../clock.js';
import { readConfig } from '../config.js';
import { openStore } from '../database/open-store.js';
import { openApi } from '../http/openapi.js';
import type { Library } from '../library/library.js';
import { NestLog, openLog } from '../logging.js';
import { type GeneratedFile, header } from './generated-file.js';
import { page, table, tick } from './markdown.js';

export async function apiPages(library: Library): Promise<GeneratedFile[]> {
  const document = await documentOf(library);
  return [
    { path: 'docs/reference/openapi.json', content: `${JSON.stringify(document, null, 2)}\n` },
    { path: 'docs/reference/api.md', content: apiPage(document) },
  ];
}

// A preview knows the routes and shapes of the application but makes none of its parts, so nothing sweeps or listens.
async function documentOf(library: Library): Promise<OpenAPIObject> {
  const log = openLog('silent');
  const store = await openStore('sqlite::memory:');
  const foundation = { config: readConfig({}), store, library, clock: new SystemClock(), log };
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(foundation), new FastifyAdapter(), {
    logger: new NestLog(log),
    preview: true,
    abortOnError: false,
  });
  try {
    return openApi(app);
  } finally {
    await store.close();
  }
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

function apiPage({ paths }: OpenAPIObject): string {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const operation = item[method];
      return operation ? [row(method, path, operation)] : [];
    }),
  );
  return page(
    header('Gränssnittet för program (API)', `kontrollerna under ${tick('src')} och ${tick('src/http/schemas.ts')}`),
    'JSON med engelska nycklar; värden ur lagen är svenska utan å, ä och ö. Hela beskrivningen är OpenAPI 3.1: [openapi.json](openapi.json), och hos en server som körs `/api/openapi.json`.',
    '*In English: JSON over HTTP, described in OpenAPI 3.1 by [openapi.json](openapi.json).*',
    table(['Metod', 'Adress', 'Gör', 'Parametrar', 'Svar'], operations),
    'Ett svar som inte är 2xx är `application/problem+json` (RFC 9457); se [avvisningar](refusals.md). `Idempotency-Key` kan sändas med varje POST: samma nyckel och samma begäran ger samma svar igen.',
  );
}

const row = (method: string, path: string, { summary, parameters = [], responses }: Operation): string[] => [
  method.toUpperCase(),
  tick(path),
  summary ?? '',
  parameters.flatMap((one) => ('name' in one ? [tick(one.name)] : [])).join(', '),
  Object.entries(responses)
    .flatMap(([status, answer]) => {
      const says = answer && 'description' in answer ? answer.description : '';
      return status === 'default' ? [] : [`${status} ${says}`.trim()];
    })
    .join('<br>'),
];
