import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, registerDecorator } from 'class-validator';
import { endOfDayInSweden } from '../clock.js';
import { parseDate } from '../engine/calendar/calendar.js';

const checked =
  (name: string, says: string, validate: (value: unknown) => boolean) => (): PropertyDecorator => (target, property) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: property as string,
      validator: { validate, defaultMessage: () => says },
    });

/** A real calendar day, `YYYY-MM-DD`. */
export const IsDay = checked('isDay', 'ska vara en dag, ÅÅÅÅ-MM-DD', (value) => parseDate(value) !== undefined);

/** An optional day in a query, described in the OpenAPI document. */
export const OptionalDay = (description: string): PropertyDecorator =>
  applyDecorators(IsOptional(), IsDay(), ApiPropertyOptional({ type: String, format: 'date', description }));

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * An instant as facts carry it, so that the two compare as text. A day means to its end in Sweden. Undefined when it is
 * neither: without an offset nobody knows which instant is meant.
 */
export function parseInstant(text: unknown): string | undefined {
  const day = parseDate(text);
  if (day) return new Date(endOfDayInSweden(day) - 1).toISOString();
  if (typeof text !== 'string' || !INSTANT.test(text) || !parseDate(text.slice(0, 10))) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

const IsInstant = checked(
  'isInstant',
  'ska vara en tidpunkt, till exempel 2026-03-01T12:00:00Z',
  (value) => parseInstant(value) === value,
);

/** An optional instant in a query, read as facts carry it. */
export const OptionalInstant = (description: string): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    Transform(({ value }: { value: unknown }) => parseInstant(value) ?? value),
    IsInstant(),
    ApiPropertyOptional({ type: String, format: 'date-time', description }),
  );
