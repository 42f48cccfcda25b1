import { type CanActivate, type ExecutionContext, UnsupportedMediaTypeException } from '@nestjs/common';
import { type Incoming, pathOf } from './exchange.js';

/** The API takes JSON and nothing else; a form is for the pages. */
export class JsonOnly implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Incoming>();
    if (request.method !== 'POST' || !pathOf(request).startsWith('/api/')) return true;
    const type = String(request.headers['content-type'] ?? '');
    if (/^application\/json(;|$)/i.test(type)) return true;
    throw new UnsupportedMediaTypeException();
  }
}
