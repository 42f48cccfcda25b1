import type { INestApplication } from '@nestjs/common';
import { type ApiResponseOptions, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type SchemaName, schemas } from './schemas.js';

/** An answer of the shape that the document holds under this name. */
export const answers = (name: SchemaName, description: string = name): ApiResponseOptions => ({
  description,
  schema: { $ref: `#/components/schemas/${name}` },
});

const METHODS = ['get', 'post'] as const;
const problem = {
  description: 'What was wrong, whose turn it is, what to do',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The description of the API, from the controllers and the shapes of the answers. */
export function openApi(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Etapp')
    .setDescription('Who acts next, what, by when, on what ground, for the establishment of newcomers in Sweden.')
    .setVersion('1');
  const document = SwaggerModule.createDocument(app, builder.build());
  const components = { ...document.components, schemas: { ...document.components?.schemas, ...schemas } };
  for (const path of Object.values(document.paths))
    for (const method of METHODS) if (path[method]) path[method].responses['default'] = problem;
  return { ...document, components: components };
}

/** Serves the description at `/api/openapi.json`. */
export const serveOpenApi = (app: INestApplication): void =>
  SwaggerModule.setup('api', app, () => openApi(app), {
    ui: false,
    raw: ['json'],
    jsonDocumentUrl: 'api/openapi.json',
  });
