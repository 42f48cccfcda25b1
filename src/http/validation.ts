import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { type FieldError, invalidData, type Problem } from './problems.js';

const unknown = 'whitelistValidation';

function errorsOf(error: ValidationError, above: string): FieldError[] {
  const pointer = `${above}/${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, says]) => ({
    pointer,
    detail: rule === unknown ? `${error.property} finns inte här.` : `${error.property} ${says}.`,
  }));
  return [...own.slice(0, 1), ...(error.children ?? []).flatMap((child) => errorsOf(child, pointer))];
}

/** What class-validator found, as one problem with the place of every fault. */
export const asProblem = (errors: ValidationError[]): Problem =>
  invalidData(errors.flatMap((error) => errorsOf(error, '')));

/** Holds every body and query against its class; what the class does not name is refused. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true, exceptionFactory: asProblem });
