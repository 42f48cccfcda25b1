import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, registerDecorator } from 'class-validator';
import { parseDate } from '../engine/calendar/calendar.js';

/** A real calendar day, `YYYY-MM-DD`. */
export const IsDay = (): PropertyDecorator => (target, property) =>
  registerDecorator({
    name: 'isDay',
    target: target.constructor,
    propertyName: property as string,
    validator: { validate: (value) => parseDate(value) !== undefined, defaultMessage: () => 'ska vara en dag, ÅÅÅÅ-MM-DD' },
  });

/** An optional day in a query, described in the OpenAPI document. */
export const OptionalDay = (description: string): PropertyDecorator =>
  applyDecorators(IsOptional(), IsDay(), ApiPropertyOptional({ type: String, format: 'date', description }));
